package org.motionlayers.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.Macro;
import ij.plugin.frame.Recorder;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.command.Unasked;
import org.motionlayers.decompose.InpaintingService;
import org.motionlayers.evaluate.paper.Papers;
import org.motionlayers.predict.PredictorService;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginService;
import org.scijava.service.Service;

/** Every command can be recorded, replayed and run headless: the rules of names, types and defaults, and a real round trip. */
class RecordableTest {

	private static final Context CONTEXT = new Context();
	private static final Set<Class<?>> TYPES = Set.of(ImagePlus.class, File.class, String.class, boolean.class, int.class, long.class,
		float.class, double.class);

	@AfterAll
	static void stop() {
		CONTEXT.close();
	}

	static Stream<CommandInfo> commands() {
		return LegacyBridge.commands(CONTEXT).stream();
	}

	private static List<ModuleItem<?>> parameters(final CommandInfo info) {
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs())
			if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class && item.getType() != Unasked.class) items.add(
				item);
		return items;
	}

	@Test
	void thereAreCommands() {
		assertTrue(commands().anyMatch(info -> "predict".equals(info.getName())), "predict was not found");
	}

	@Test
	void namesAndMenuLeavesAreUnique() {
		final Set<String> names = new HashSet<>(), leaves = new HashSet<>();
		commands().forEach(info -> {
			assertTrue(names.add(info.getName()), info.getName());
			assertTrue(leaves.add(info.getMenuPath().getLeaf().getName()), info.getMenuPath().toString());
		});
	}

	@ParameterizedTest
	@MethodSource("commands")
	void stateWhatTheyAre(final CommandInfo info) {
		assertNotNull(info.getName(), info.getDelegateClassName() + " has no name for the command line");
		assertTrue(info.getName().matches("[a-z]+"), info.getName());
		assertEquals(info.getMenuPath().getLeaf().getName(), info.getLabel(), "the label is what --run takes, the leaf what macros take");
		assertEquals(List.of("Plugins", "Motion Layers"), info.getMenuPath().subList(0, 2).stream().map(Object::toString).toList());
		assertTrue(info.getDescription() != null && info.getDescription().endsWith("."), info.getName() + " needs a description of one sentence");
		assertTrue(info.canRunHeadless(), info.getName());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void haveNamesThatMacrosFind(final CommandInfo info) {
		final List<String> names = parameters(info).stream().map(ModuleItem::getName).toList();
		assertEquals(names.size(), new HashSet<>(names).size());
		for (final String name : names) assertTrue(name.matches("[a-z]+"), info.getName() + "." + name + " must be lower-case letters only");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void takeOnlyWhatMacrosCanSay(final CommandInfo info) {
		for (final ModuleItem<?> item : parameters(info)) {
			assertTrue(TYPES.contains(item.getType()), info.getName() + "." + item.getName() + " is " + item.getType());
			assertFalse(item.isPersisted(), info.getName() + "." + item.getName() + " must not take the value of the run before");
			assertTrue(item.getVisibility() == ItemVisibility.NORMAL, info.getName() + "." + item.getName());
			assertTrue(item.getLabel() != null && !item.getLabel().isEmpty(), info.getName() + "." + item.getName() + " has no label");
			assertTrue(item.getDescription() != null && !item.getDescription().isEmpty(), info.getName() + "." + item.getName() +
				" has no description");
		}
	}

	@ParameterizedTest
	@MethodSource("commands")
	void haveDefaultsThatReplay(final CommandInfo info) throws Exception {
		final org.scijava.module.Module module = info.createModule();
		CONTEXT.inject(module);
		for (final ModuleItem<?> item : parameters(info)) if (item.getType() != ImagePlus.class) assertNotNull(module.getInput(item.getName()),
			info.getName() + "." + item.getName() + " is null without a value: a recorded line would lack it");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void comeBackFromTheRecorderAsTheyWere(final CommandInfo info) throws Exception {
		final org.scijava.module.Module module = info.createModule();
		CONTEXT.inject(module);
		final ImagePlus image = new ImagePlus("my image, the 2nd", new ij.process.ByteProcessor(4, 4));
		for (final ModuleItem<?> item : parameters(info)) if (item.getType() == ImagePlus.class) module.setInput(item.getName(), image);
		Recorder.resetCommandOptions();
		LegacyBridge.record(info, module);
		final String options = Recorder.getCommandOptions();
		for (final ModuleItem<?> item : parameters(info)) {
			final String text = Macro.getValue(options + " ", item.getName().toLowerCase(Locale.ROOT), null);
			final Object value = module.getInput(item.getName());
			if (value instanceof ImagePlus) assertEquals(image.getTitle(), text);
			else assertEquals(value, CONTEXT.service(ConvertService.class).convert(text, item.getType()), info.getName() + "." + item.getName() +
				" in: " + options);
		}
	}

	@Test
	void predictOffersEveryPluginOfOurs() {
		final CommandInfo predict = commands().filter(info -> "predict".equals(info.getName())).findFirst().orElseThrow();
		assertEquals(new HashSet<>(CONTEXT.service(PredictorService.class).names()), new HashSet<>(predict.getInput("predictor").getChoices()));
		assertEquals(new HashSet<>(CONTEXT.service(InpaintingService.class).names()), new HashSet<>(predict.getInput("background").getChoices()));
	}

	@Test
	void reproduceOffersEveryPaperOfOurs() {
		final CommandInfo reproduce = commands().filter(info -> "reproduce".equals(info.getName())).findFirst().orElseThrow();
		final List<String> shipped = new Papers(CONTEXT.service(PluginService.class)).names().stream().filter(name -> !name.endsWith("-tiny")).toList();
		assertEquals(shipped, reproduce.getInput("paper").getChoices());
	}

	@ParameterizedTest
	@MethodSource("commands")
	void areNamedOnceForAllUses(final CommandInfo info) {
		final Plugin plugin = info.getAnnotation();
		assertEquals(plugin.name(), info.getName());
		assertEquals(info.getTitle(), plugin.label());
	}
}
