package org.motionlayers.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motionlayers.network.weights.ModelConfig;
import org.motionlayers.network.weights.ModelException;
import org.motionlayers.network.weights.Safetensors;
import org.motionlayers.network.weights.Sha256;
import org.motionlayers.network.weights.Tensor;

/** Models are numbers and settings, and the ones that come with the plugin are those that were trained. */
class ShippedModelsTest {

	@TempDir
	Path folder;

	static List<Path> models() throws IOException {
		return ModelDigests.shipped();
	}

	@ParameterizedTest
	@MethodSource("models")
	void weightsAreThoseOfTheConfiguration(final Path model) throws IOException {
		assertEquals(Sha256.of(model.resolve(ModelFolder.WEIGHTS)), ModelConfig.read(model.resolve(ModelFolder.CONFIG)).digest(), model +
			": the weights were exchanged; run\n" + ModelDigests.COMMAND + "\n");
		assertFalse(ModelFolder.open(model).weights().tensors().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("models")
	void nothingElseIsShipped(final Path model) throws IOException {
		try (Stream<Path> files = Files.list(model)) {
			final Set<String> known = Set.of("README.md", ModelFolder.CONFIG, ModelFolder.WEIGHTS, "checkpoint.safetensors");
			assertEquals(List.of(), files.map(file -> file.getFileName().toString()).filter(name -> !known.contains(name)).toList());
		}
	}

	private ModelFolder saved(final float value) throws IOException {
		final Path model = folder.resolve("model");
		ModelFolder.save(model, ModelConfig.of("test", Map.of("width", 3)), Map.of("w", Tensor.of(new float[] { value, 2, 3 }, 3)), Map.of());
		return ModelFolder.open(model);
	}

	@Test
	void whatWritesAModelWritesTheDigest() throws IOException {
		final ModelFolder model = saved(1);
		assertEquals(Sha256.of(model.path().resolve(ModelFolder.WEIGHTS)), model.config().digest());
		assertEquals(ModelConfig.of("test", Map.of("width", 3)), model.config(), "the digest is no setting");
		model.config().allowOnly("width");
		assertFalse(saved(5).config().digest().equals(model.config().digest()));
	}

	@Test
	void exchangedWeightsAreToldByBothDigests() throws IOException {
		final ModelFolder model = saved(1);
		final byte[] other = Files.readAllBytes(saved(5).path().resolve(ModelFolder.WEIGHTS));
		saved(1);
		Files.write(model.path().resolve(ModelFolder.WEIGHTS), other);
		final String message = assertThrows(ModelException.class, model::weights).getMessage();
		for (final String part : List.of(ModelFolder.WEIGHTS, model.config().digest(), Sha256.of(model.path().resolve(ModelFolder.WEIGHTS))))
			assertTrue(message.contains(part), message);
		assertEquals(1, message.lines().count(), message);
	}

	@Test
	void aModelOfBeforeHasNoDigestAndOpens() throws IOException {
		final ModelFolder model = saved(1);
		model.config().withDigest("").write(model.path().resolve(ModelFolder.CONFIG));
		assertFalse(Files.readString(model.path().resolve(ModelFolder.CONFIG)).contains("sha256"));
		assertEquals(Set.of("w"), ModelFolder.open(model.path()).weights().tensors().keySet());
	}

	@ParameterizedTest
	@CsvSource({ "12", "'\"12\"'", "true", "[1]", "'\"../../../../../../../../../../../../../../../../../../../../../etc\"'" })
	void aDigestIsSixtyFourDigits(final String value) throws IOException {
		final Path config = Files.writeString(folder.resolve("config.json"), "{\"architecture\": \"test\", \"sha256\": " + value + "}");
		assertTrue(assertThrows(ModelException.class, () -> ModelConfig.read(config)).getMessage().contains("64 hexadecimal digits"));
	}

	/** Pickles and zips of pickles, which PyTorch's own files are, could run any program where they are read by Python. */
	@Test
	void aPickleOrAProgramForWeightsIsRefusedUnread() throws IOException {
		final ModelFolder model = saved(1);
		final Path weights = model.path().resolve(ModelFolder.WEIGHTS);
		final byte[] pickle = "\u0080\u0004\u0095cposix\nsystem\n(S'touch owned'\ntR.".getBytes(StandardCharsets.ISO_8859_1);
		for (final byte[] content : List.of(pickle, Files.readAllBytes(Path.of("src/test/resources/evaluate/script/plain.pt")))) {
			Files.write(weights, content);
			final String message = assertThrows(ModelException.class, () -> Safetensors.read(weights)).getMessage();
			assertTrue(message.contains("no safetensors file"), message);
			assertThrows(ModelException.class, model::weights);
		}
	}

	@Test
	void linksBesideAModelAreNotWrittenThrough() throws IOException {
		final Path mine = Files.writeString(folder.resolve("mine.txt"), "mine"), model = Files.createDirectory(folder.resolve("model"));
		for (final String name : List.of(ModelFolder.WEIGHTS, ModelFolder.CONFIG)) {
			Files.createSymbolicLink(model.resolve(name), mine);
			Files.createSymbolicLink(model.resolve(name + ".part"), mine);
		}
		saved(1).weights();
		assertEquals("mine", Files.readString(mine));
	}
}
