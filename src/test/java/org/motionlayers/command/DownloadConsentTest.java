package org.motionlayers.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.motionlayers.network.natives.PyTorchInstallation;
import org.scijava.ui.DialogPrompt;
import org.scijava.ui.UIService;

/** The dialog is SciJava's; no desktop that could show it is on Maven Central, so that here a stand-in answers it. */
class DownloadConsentTest {

	private static final PyTorchInstallation PYTORCH = new PyTorchInstallation("linux-x86_64", Path.of("natives"));

	private final List<String> asked = new ArrayList<>();

	private UIService desktop(final boolean headless, final DialogPrompt.Result answer) {
		return (UIService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { UIService.class }, (proxy, method, args) -> {
			if (method.getName().equals("isHeadless")) return headless;
			assertEquals("showDialog", method.getName());
			asked.add((String) args[0]);
			return answer;
		});
	}

	@Test
	void theDialogTellsWhatAndHowLarge() {
		assertTrue(new DownloadConsent(desktop(false, DialogPrompt.Result.YES_OPTION)).isGiven(PYTORCH));
		assertEquals(1, asked.size());
		assertTrue(asked.get(0).contains(PYTORCH.offer()) && asked.get(0).contains("115 MB"), asked.get(0));
	}

	@Test
	void noAndAClosedDialogAreNoConsent() {
		assertFalse(new DownloadConsent(desktop(false, DialogPrompt.Result.NO_OPTION)).isGiven(PYTORCH));
		assertFalse(new DownloadConsent(desktop(false, DialogPrompt.Result.CLOSED_OPTION)).isGiven(PYTORCH));
	}

	@Test
	void headlessNobodyIsAskedAndNothingGiven() {
		assertFalse(new DownloadConsent(desktop(true, DialogPrompt.Result.YES_OPTION)).isGiven(PYTORCH));
		assertFalse(new DownloadConsent(null).isGiven(PYTORCH));
		assertEquals(List.of(), asked);
	}
}
