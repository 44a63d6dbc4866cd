package org.motionlayers.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No second version of a jar that Fiji ships. What we run with, as Maven resolved it for this build, is held against the versions that
 * pom-scijava manages, read from its own description: an own version or an overridden property in our pom.xml shows.
 */
class DistributionTest {

	private static final String OURS = "org.motionlayers:motion-layers";

	/** What Fiji ships with Bio-Formats 8, whose versions pom-scijava does not tell: the pom.xml of ome-codecs 1.1 does. */
	private static final Map<String, String> OF_BIO_FORMATS = Map.of("io.airlift:aircompressor", "0.27");

	private static List<MavenJar> needed;
	private static Map<String, String> managed;

	@BeforeAll
	static void read() throws Exception {
		needed = MavenJar.onClassPath(Files.readString(Path.of("target/runtime-classpath.txt")));
		final MavenJar parent = new MavenJar(needed.get(0).repository(), "org.scijava", "pom-scijava", new Pom(Path.of("pom.xml"))
			.parentVersion());
		managed = new HashMap<>(new Pom(parent.pom()).managed());
		managed.putAll(OF_BIO_FORMATS);
	}

	/** @return what is not as managed, one line each */
	private static List<String> otherVersions(final List<MavenJar> jars) {
		return jars.stream().filter(jar -> managed.containsKey(jar.name()) && !managed.get(jar.name()).equals(jar.version())).map(jar -> jar
			.name() + " " + jar.version() + " instead of " + managed.get(jar.name())).toList();
	}

	/** @return the names of jars that no managed jar brings along */
	private static Set<String> lacking(final List<MavenJar> jars) throws Exception {
		final Set<String> brought = new HashSet<>(managed.keySet());
		for (final MavenJar jar : jars) if (managed.containsKey(jar.name())) brought.addAll(new Pom(jar.pom()).needs());
		return jars.stream().map(MavenJar::name).filter(name -> !brought.contains(name)).collect(Collectors.toCollection(TreeSet::new));
	}

	/** @return group:artifact of all that the assembly installs */
	private static Set<String> installed() throws Exception {
		final Matcher include = Pattern.compile("<include>(.+?)</include>").matcher(Files.readString(Path.of("src/assembly/files.xml")));
		final Set<String> names = new TreeSet<>();
		while (include.find()) names.add(include.group(1));
		return names;
	}

	@Test
	void theManagedVersionsAreRead() {
		assertTrue(managed.size() > 500, managed.size() + " versions");
		assertEquals("2.10.1", managed.get("com.google.code.gson:gson"));
		for (final MavenJar jar : needed) assertTrue(managed.getOrDefault(jar.name(), "1").matches("[0-9][^$]*"), jar.name());
	}

	@Test
	void everyJarThatFijiShipsHasItsVersion() {
		assertEquals(List.of(), otherVersions(needed));
	}

	@Test
	void onlyWhatFijiLacksIsInstalled() throws Exception {
		final Set<String> expected = new TreeSet<>(lacking(needed));
		expected.add(OURS);
		assertEquals(expected, installed());
	}

	@Test
	void anotherGsonWouldShow() throws Exception {
		final List<MavenJar> jars = new ArrayList<>(needed);
		jars.replaceAll(jar -> jar.artifact().equals("gson") ? new MavenJar(jar.repository(), jar.group(), jar.artifact(), "2.13.1") : jar);
		assertEquals(List.of("com.google.code.gson:gson 2.13.1 instead of 2.10.1"), otherVersions(jars));
	}

	@Test
	void installingReplacesOtherVersionsOfAllThatIsInstalled() throws Exception {
		final String pom = Files.readString(Path.of("pom.xml"));
		for (final String name : installed()) {
			final String artifact = name.substring(name.indexOf(':') + 1);
			assertTrue(pom.contains("<include>jars/" + artifact + "-"), artifact + ": older versions would stay in a Fiji");
			assertTrue(pom.contains("<exclude>jars/" + artifact + "-${"), artifact + ": the version just installed would be removed");
		}
	}
}
