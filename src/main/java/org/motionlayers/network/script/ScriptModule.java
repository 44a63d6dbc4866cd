package org.motionlayers.network.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import org.motionlayers.network.FloatTransfer;
import org.motionlayers.network.Network;
import org.motionlayers.network.weights.ModelException;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/** What of {@link ScriptNetwork} touches the engine; lives on the network thread. */
final class ScriptModule implements AutoCloseable {

	/** How PyTorch says that a forward takes fewer arguments. */
	private static final String TOO_MANY = "expected at most";

	private final Path file;
	private final NDManager manager;
	private final PtSymbolBlock block;
	private boolean takesSwitches = true;

	private ScriptModule(final Path file, final NDManager manager, final PtSymbolBlock block) {
		this.file = file;
		this.manager = manager;
		this.block = block;
	}

	static ScriptModule load(final Path file) throws IOException {
		final NDManager manager = NDManager.newBaseManager();
		// a stream, since native code may not find paths with letters beyond ASCII
		try (InputStream in = Files.newInputStream(file)) {
			return new ScriptModule(file, manager, JniUtils.loadModule((PtNDManager) manager, in, true, false));
		}
		catch (final EngineException exc) {
			manager.close();
			throw new ModelException("model=" + file + ": not a TorchScript file that this PyTorch can load (" + firstLine(exc) +
				"); one written by torch.jit.save is needed.", exc);
		}
	}

	float[] run(final float[] values, final long[] shape, final boolean... switches) {
		final AtomicReference<float[]> out = new AtomicReference<>();
		Network.withoutGradients(() -> out.set(forward(values, shape, switches)));
		return out.get();
	}

	private float[] forward(final float[] values, final long[] shape, final boolean... switches) {
		try (NDManager scope = manager.newSubManager()) {
			final NDArray in = FloatTransfer.in(scope, values, new Shape(shape));
			final NDArray result = first(call((PtNDArray) in, switches), (PtNDManager) scope).toType(DataType.FLOAT32, false);
			final float[] floats = new float[Math.toIntExact(result.size())];
			FloatTransfer.out(result, 0, floats);
			return floats;
		}
		catch (final EngineException | UnsupportedOperationException exc) {
			throw new ModelException("model=" + file + ": the network does not take an input of " + new Shape(shape) + " (" + firstLine(exc) +
				").", exc);
		}
	}

	/** What the network gives, with gradients by the input where they are gathered; in the input's manager. */
	NDList features(final NDArray in) {
		try {
			return IValueUtils.forward(block, new NDList(in), true);
		}
		catch (final EngineException | UnsupportedOperationException exc) {
			throw new ModelException("model=" + file + ": the network does not take an input of " + in.getShape() + " (" + firstLine(exc) + ").",
				exc);
		}
	}

	private IValue call(final PtNDArray in, final boolean... switches) {
		if (takesSwitches && switches.length > 0) {
			try {
				return call(arguments(in, switches));
			}
			catch (final EngineException exc) {
				if (!String.valueOf(exc.getMessage()).toLowerCase(Locale.ROOT).contains(TOO_MANY)) throw exc;
				takesSwitches = false;
			}
		}
		return call(arguments(in));
	}

	private IValue call(final List<IValue> arguments) {
		try {
			return block.forward(arguments.toArray(IValue[]::new));
		}
		finally {
			arguments.forEach(IValue::close);
		}
	}

	private static List<IValue> arguments(final PtNDArray in, final boolean... switches) {
		final List<IValue> arguments = new ArrayList<>(List.of(IValue.from(in)));
		for (final boolean on : switches) arguments.add(IValue.from(on));
		return arguments;
	}

	private NDArray first(final IValue value, final PtNDManager scope) {
		try (value) {
			if (value.isTensor()) return value.toTensor(scope);
			if (value.isTensorList() || value.isTuple() || value.isList()) return value.toNDList(scope).head();
			throw new ModelException("model=" + file + ": the network gives " + value.getType() + "; a tensor of features is needed.");
		}
	}

	/** PyTorch's messages end in a long trace of its own. */
	private static String firstLine(final RuntimeException exc) {
		return String.valueOf(exc.getMessage()).lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse(exc.getClass()
			.getSimpleName());
	}

	@Override
	public void close() {
		block.close();
		manager.close();
	}
}
