package org.motionlayers.host;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Jython's real engine, made known to SciJava as scripting-jython does in the host (which is not on Maven Central). */
@Plugin(type = ScriptLanguage.class, name = "Jython")
public final class JythonLanguage extends AdaptedScriptLanguage {

	/** Finds the engine on the class path. */
	public JythonLanguage() {
		super("python");
	}
}
