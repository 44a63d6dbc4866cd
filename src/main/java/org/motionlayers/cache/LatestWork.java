package org.motionlayers.cache;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One background thread for work that is out of date when newer one comes, such as computing what a user who scrubs may look at next. The
 * thread is there only while there is something to do, and does not keep Java from ending.
 */
public final class LatestWork {

	private static final long IDLE_SECONDS = 2;

	private final ThreadPoolExecutor thread;

	/** @param name of the thread */
	public LatestWork(final String name) {
		thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
			final Thread made = new Thread(task, name);
			made.setDaemon(true);
			return made;
		});
		thread.allowCoreThreadTimeOut(true);
	}

	/**
	 * Gives the thread something to do, instead of what has not begun.
	 *
	 * @param work looks itself whether it is still wanted; what it throws is lost: who needs its result asks for it again
	 */
	public void replace(final Runnable work) {
		thread.getQueue().clear();
		thread.submit(work);
	}
}
