package org.motionlayers.command;

import java.util.List;

/**
 * What is said of a course.
 *
 * @param title what is trained, for a line in its card
 * @param usual how it is usually trained; nothing of it is 0 but the seed
 * @param usualScenes how many simulated scenes it learns from where nobody says; 0 for others at every step
 * @param scenes names of the simulated scenes that it can learn from
 * @param limits what is known of where the model fails, one line each
 */
record CourseSummary(String title, TrainingPlan usual, int usualScenes, List<String> scenes, List<String> limits) {}
