package org.motionlayers.predict.hierarchical;

import java.util.ArrayList;
import java.util.List;

/** All hypotheses of motion with the gains of their filters: straight ones first, then, in the plane, turning ones. */
final class ModelBank {

	/** The bank for the plane. */
	private static final class Planar {

		private static final ModelBank BANK = new ModelBank(MotionModel.straight(), MotionModel.turning());
	}

	/** The bank for space, where nothing turns. */
	private static final class Spatial {

		private static final ModelBank BANK = new ModelBank(MotionModel.straight(), List.of());
	}

	private final List<MotionModel> models = new ArrayList<>();
	private final List<FilterGains> gains;
	private final int straight;

	private ModelBank(final List<MotionModel> straightModels, final List<MotionModel> turningModels) {
		models.addAll(straightModels);
		straight = models.size();
		models.addAll(turningModels);
		gains = models.parallelStream().map(FilterGains::new).toList();
	}

	/** @return the bank for 2 or 3 dimensions */
	static ModelBank of(final int dimensions) {
		return dimensions == 2 ? Planar.BANK : Spatial.BANK;
	}

	/** @return a bank of these models alone */
	static ModelBank of(final List<MotionModel> models) {
		return new ModelBank(models.stream().filter(m -> m.turn() == 0).toList(), models.stream().filter(m -> m.turn() != 0).toList());
	}

	/** @return number of models */
	int size() {
		return models.size();
	}

	/** @return number of models that do not turn; they come first */
	int straight() {
		return straight;
	}

	MotionModel model(final int index) {
		return models.get(index);
	}

	FilterGains gains(final int index) {
		return gains.get(index);
	}
}
