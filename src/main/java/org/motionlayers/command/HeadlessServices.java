package org.motionlayers.command;

import java.util.List;

import org.motionlayers.MotionLayersService;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.service.Service;
import org.scijava.task.TaskService;

/** The services that commands need without a desktop: fewer than all of SciJava's, so that the command line starts fast. */
final class HeadlessServices {

	static final List<Class<? extends Service>> LIST = List.of(CommandService.class, ConvertService.class, LogService.class,
		MotionLayersService.class, StatusService.class, TaskService.class);

	private HeadlessServices() {}
}
