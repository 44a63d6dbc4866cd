package org.motionlayers.evaluate.lamd;

import java.util.List;
import java.util.Map;

import org.motionlayers.evaluate.paper.FrameStrip;

/**
 * Everything that was found.
 *
 * @param budget with how much work
 * @param seed of it
 * @param missing models that are not there, by name, and why
 * @param reconstruction Tables 3 and 4
 * @param generation Tables 5 to 7
 * @param classes Tables 8 and 9
 * @param captions Table 10
 * @param transfer decomposition
 * @param sampling Table 11
 * @param capacities Tables 12 and 13
 * @param samplers the stochastic model drawn in other ways, by name
 * @param strips frames to look at
 */
record Results(Budget budget, long seed, Map<String, String> missing, Table reconstruction, Table generation, Table classes, Table captions, Table transfer,
	Table sampling, Map<Capacity, Table> capacities, Map<String, Table> samplers, List<FrameStrip> strips)
{}
