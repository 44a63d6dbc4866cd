package org.motionlayers.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a project's description says by itself, without its parent's. */
final class Pom {

	private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

	private final Element root;
	private final Map<String, String> properties = new HashMap<>();

	Pom(final Path path) throws Exception {
		root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile()).getDocumentElement();
		for (final Element section : children(root, "properties")) for (final Element property : children(section, "*")) properties.put(property
			.getTagName(), property.getTextContent().trim());
	}

	/** @return version of the parent */
	String parentVersion() {
		return text(children(root, "parent").get(0), "version");
	}

	/** @return group:artifact to version, of all jars whose version this description manages */
	Map<String, String> managed() {
		final Map<String, String> managed = new HashMap<>();
		for (final Element section : children(root, "dependencyManagement")) for (final Element jar : dependencies(section)) managed.put(name(
			jar), resolved(text(jar, "version")));
		return managed;
	}

	/** @return group:artifact of all jars that this one needs */
	Set<String> needs() {
		final Set<String> needs = new HashSet<>();
		for (final Element jar : dependencies(root)) needs.add(name(jar));
		return needs;
	}

	/** Puts in the properties of this description; those of its parents, and of the build, stay as they are. */
	private String resolved(final String text) {
		return PROPERTY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(properties.containsKey(found.group(1)) ? resolved(
			properties.get(found.group(1))) : found.group()));
	}

	private static List<Element> dependencies(final Element parent) {
		final List<Element> found = new ArrayList<>();
		for (final Element section : children(parent, "dependencies")) found.addAll(children(section, "dependency"));
		return found;
	}

	private static String name(final Element jar) {
		return text(jar, "groupId") + ":" + text(jar, "artifactId");
	}

	private static String text(final Element parent, final String name) {
		final List<Element> found = children(parent, name);
		return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
	}

	private static List<Element> children(final Element parent, final String name) {
		final List<Element> found = new ArrayList<>();
		final NodeList nodes = parent.getChildNodes();
		for (int i = 0; i < nodes.getLength(); i++) if (nodes.item(i) instanceof Element element && (name.equals("*") || name.equals(element
			.getTagName()))) found.add(element);
		return found;
	}
}
