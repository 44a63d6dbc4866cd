package org.motionlayers.network;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.motionlayers.network.natives.PyTorchInstallation;

/**
 * The one thread that all networks live on. It loads PyTorch at the first call, offline, out of a cache directory of its own, and every
 * tensor is made, used and closed on it:
 *
 * <pre>
 * float[] result = NetworkEngine.call(() -&gt; {
 * 	try (NDManager manager = NDManager.newBaseManager()) { ... return array.toFloatArray(); }
 * });
 * </pre>
 *
 * One thread, because DJL allows one gradient collector in a process, gathers gradients on every thread but the one that loaded the
 * engine, and its thread pools multiply with the threads that call it. Calls wait for each other; a call from within the thread runs at
 * once. A job that lasts asks its caller's progress whether to stop.
 */
public final class NetworkEngine {

	/** Java property: how many threads an operation may use; all cores where it is not set. */
	public static final String THREADS_PROPERTY = EngineSettings.THREADS;

	/** In every jar of natives. */
	private static final String NATIVES = "native/lib/pytorch.properties";

	private static final String DJL = "ai/djl/pytorch/engine/PtEngine.class";

	private static final NetworkEngine INSTANCE = new NetworkEngine();

	private final ExecutorService executor;
	private volatile Thread thread;
	private boolean loaded;
	private EngineMissingException missing;

	private NetworkEngine() {
		executor = Executors.newSingleThreadExecutor(work -> {
			thread = new Thread(work, "Motion Layers network");
			thread.setDaemon(true);
			thread.setContextClassLoader(NetworkEngine.class.getClassLoader());
			return thread;
		});
	}

	/**
	 * Runs work on the network thread and waits for it.
	 *
	 * @param work may use ai.djl; what it throws unchecked is thrown here, a checked exception inside an IllegalStateException
	 * @return what the work returns; never a tensor, which must not leave the thread
	 * @throws EngineMissingException where PyTorch cannot be loaded
	 * @throws EngineMemoryException where it needs more memory than there is
	 */
	public static <T> T call(final Callable<T> work) {
		return Thread.currentThread() == INSTANCE.thread ? direct(work) : await(INSTANCE.executor.submit(() -> {
			INSTANCE.load();
			return work.call();
		}));
	}

	/**
	 * Runs work on the network thread and waits for it.
	 *
	 * @param work may use ai.djl
	 * @throws EngineMissingException where PyTorch cannot be loaded
	 */
	public static void run(final Runnable work) {
		call(Executors.callable(work));
	}

	/**
	 * Sets how many threads one operation may use from now on. With one, small networks are fastest on a machine that does other work
	 * too, and results do not depend on the number of cores.
	 *
	 * @param threads at least 1
	 * @return how many it was before, to be set again
	 */
	public static int setThreads(final int threads) {
		return call(() -> PyTorchLoader.setThreads(threads));
	}

	/** @return an empty string where networks can run, else one line that says what is missing and how to get it; loads the engine */
	public static String whatIsMissing() {
		try {
			return call(() -> "");
		}
		catch (final EngineMissingException exc) {
			return exc.getMessage();
		}
	}

	/** @return whether the current thread is the network thread */
	public static boolean isCurrentThread() {
		return Thread.currentThread() == INSTANCE.thread;
	}

	/**
	 * Makes sure that networks can run; loads the engine.
	 *
	 * @throws EngineMissingException where they cannot
	 */
	public static void require() {
		call(() -> null);
	}

	/** @return PyTorch's natives in the folder that they are looked for in; nothing is loaded */
	public static PyTorchInstallation installation() {
		return installation(EngineSettings.cache());
	}

	/**
	 * @param folder where natives are to live; they are found there when Java is started with the property ENGINE_CACHE_DIR naming it
	 * @return PyTorch's natives for this machine in that folder; nothing is loaded
	 */
	public static PyTorchInstallation installation(final Path folder) {
		return new PyTorchInstallation(EngineSettings.platform(), folder);
	}

	/** @return whether natives come with the program, as in a source tree, so that none need be installed */
	public static boolean areNativesBundled() {
		return NetworkEngine.class.getClassLoader().getResource(NATIVES) != null;
	}

	private void load() {
		if (missing != null) throw missing;
		if (loaded) return;
		findNatives();
		try {
			EngineSettings.apply();
			PyTorchLoader.load();
			loaded = true;
		}
		catch (final RuntimeException | LinkageError exc) {
			missing = EngineSettings.missing(exc);
			throw missing;
		}
	}

	/** Looks before DJL does: what DJL has failed to find once, it does not look for again in this process. */
	private static void findNatives() {
		if (!isInstalled(DJL) || areNativesBundled() || EngineSettings.isLibraryNamed()) return;
		final PyTorchInstallation installation = installation();
		if (!installation.isWhole()) throw EngineSettings.missing(installation);
		Thread.currentThread().setContextClassLoader(installation.loader(NetworkEngine.class.getClassLoader()));
	}

	private static boolean isInstalled(final String classFile) {
		return NetworkEngine.class.getClassLoader().getResource(classFile) != null;
	}

	private static <T> T direct(final Callable<T> work) {
		try {
			return work.call();
		}
		catch (final Exception exc) {
			throw unchecked(exc);
		}
	}

	/** Waits until the work is done, however often the waiting thread is interrupted: a job must not go on unseen. */
	private static <T> T await(final Future<T> future) {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return future.get();
				}
				catch (final InterruptedException exc) {
					interrupted = true;
				}
			}
		}
		catch (final ExecutionException exc) {
			throw unchecked(exc.getCause());
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private static RuntimeException unchecked(final Throwable thrown) {
		if (thrown instanceof Error) throw (Error) thrown;
		final Optional<EngineMemoryException> shortage = thrown instanceof EngineMemoryException ? Optional.empty() : EngineMemoryException.of(thrown);
		if (shortage.isPresent()) return shortage.get();
		return thrown instanceof RuntimeException ? (RuntimeException) thrown : new IllegalStateException(thrown);
	}
}
