package org.motionlayers.scene;

/** Somebody who cancels once told of progress so many times. */
public final class Impatient implements Progress {

	private final int patience;
	private int told;

	/** @param patience how many reports are heard out */
	public Impatient(final int patience) {
		this.patience = patience;
	}

	@Override
	public void report(final long done, final long total, final String what) {
		told++;
	}

	@Override
	public boolean canceled() {
		return told > patience;
	}
}
