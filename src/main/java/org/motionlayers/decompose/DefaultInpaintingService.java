package org.motionlayers.decompose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.motionlayers.scene.InputException;
import org.scijava.plugin.AbstractSingletonService;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;

/** The inpainters that the plugin index holds, by the name in their annotation. */
@Plugin(type = Service.class)
public final class DefaultInpaintingService extends AbstractSingletonService<Inpainter> implements InpaintingService {

	@Override
	public List<String> names() {
		final List<String> names = new ArrayList<>(byName().keySet());
		if (names.remove(DEFAULT)) names.add(0, DEFAULT);
		return names;
	}

	@Override
	public Inpainter inpainter(final String name) {
		final Inpainter found = byName().get(name.strip().toLowerCase(Locale.ROOT));
		if (found == null) throw new InputException("background: '" + name + "' is not one of " + String.join(", ", names()) + ".");
		return found;
	}

	private Map<String, Inpainter> byName() {
		final Map<String, Inpainter> inpainters = new LinkedHashMap<>();
		for (final Inpainter inpainter : getInstances()) inpainters.putIfAbsent(nameOf(inpainter), inpainter);
		return inpainters;
	}

	private static String nameOf(final Inpainter inpainter) {
		return inpainter.getClass().getAnnotation(Plugin.class).name().toLowerCase(Locale.ROOT);
	}
}
