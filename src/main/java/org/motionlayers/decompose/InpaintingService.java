package org.motionlayers.decompose;

import java.util.List;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.SingletonService;
import org.scijava.service.SciJavaService;

/** Finds the inpainters that are installed. */
public interface InpaintingService extends SingletonService<Inpainter>, SciJavaService {

	/** What is taken where the user names none. */
	String DEFAULT = "auto";

	/** @return names of all inpainters, the default first, then in the order of their priority */
	List<String> names();

	/**
	 * Finds an inpainter.
	 *
	 * @param name as users give it, upper or lower case
	 * @return the inpainter
	 * @throws InputException where none has the name; the message lists those there are
	 */
	Inpainter inpainter(String name);

	@Override
	default Class<Inpainter> getPluginType() {
		return Inpainter.class;
	}
}
