/**
 * What users call: SciJava commands, each a shell of some 40 lines over the rooms. The same classes serve the menu, macros, scripts and
 * the command line ({@link org.motionlayers.command.CommandLine}). A new command is one new class that extends
 * {@link org.motionlayers.command.MotionCommand} and carries {@code @Plugin(type = Command.class, name = "...", ...)}: its name is what
 * the command line calls it.
 */
package org.motionlayers.command;
