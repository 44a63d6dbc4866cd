package org.motionlayers.host;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/** Groovy's real engine, made known to SciJava as scripting-groovy does in the host (which is not on Maven Central). */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public final class GroovyLanguage extends AdaptedScriptLanguage {

	/** Finds the engine on the class path. */
	public GroovyLanguage() {
		super("groovy");
	}
}
