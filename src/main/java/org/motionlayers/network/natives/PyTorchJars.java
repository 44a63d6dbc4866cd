package org.motionlayers.network.natives;

import java.util.List;
import java.util.Map;

/**
 * The jars of Maven Central that hold PyTorch and DJL's bridge to it, by platform as DJL names it. Lengths and digests are those of the
 * files themselves; Maven Central publishes SHA-1 only, and it agreed with them.
 */
final class PyTorchJars {

	/** Version of PyTorch. */
	static final String PYTORCH = "2.7.1";

	/** Version of DJL that the bridge belongs to. */
	static final String DJL = "0.35.1";

	private static final String GROUP = "ai/djl/pytorch/";

	private static final RepositoryJar BRIDGE = new RepositoryJar(GROUP + "pytorch-jni/" + PYTORCH + "-" + DJL + "/pytorch-jni-" + PYTORCH +
		"-" + DJL + ".jar", 3_361_871, "ec85fc26b76fb6919c38a5caccc96e2fc139d9e6919ffa65bed3d54e6ea8e380");

	private static final Map<String, RepositoryJar> NATIVES = Map.of(//
		"linux-x86_64", natives("linux-x86_64", 111_597_418, "1769928feaaa2389b4aa68390e7787ce1707290258b167d016a200fced4b8c39"), //
		"win-x86_64", natives("win-x86_64", 75_502_000, "f70603e9b03cf7df1690c2b1f8edd99fcfdc4e38d639db1d3604ce22b13a38df"), //
		"osx-aarch64", natives("osx-aarch64", 41_611_143, "e1ca6c377750d31a2a791d9d2dac9efb09e39181faf84338ef0e140214979ff2"));

	private PyTorchJars() {}

	private static RepositoryJar natives(final String platform, final long bytes, final String sha256) {
		return new RepositoryJar(GROUP + "pytorch-native-cpu/" + PYTORCH + "/pytorch-native-cpu-" + PYTORCH + "-" + platform + ".jar", bytes,
			sha256);
	}

	/** @return the jars for a platform, such as linux-x86_64; none where there is no PyTorch for it */
	static List<RepositoryJar> of(final String platform) {
		final RepositoryJar natives = NATIVES.get(platform);
		return natives == null ? List.of() : List.of(BRIDGE, natives);
	}
}
