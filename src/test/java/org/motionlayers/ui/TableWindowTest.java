package org.motionlayers.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;

class TableWindowTest {

	@Test
	void numbersAreNumbersAndWhatIsMissingIsEmpty() {
		final ResultsTable table = TableWindow.table(List.of("metric", "value", "n"), List.of(List.of("PSNR", 31.25, 4), List.of("SSIM", Double.NaN,
			0L)));
		assertEquals(2, table.size());
		assertEquals("PSNR", table.getStringValue("metric", 0));
		assertEquals(31.25, table.getValue("value", 0));
		assertEquals("", table.getStringValue("value", 1));
		assertEquals(0, table.getValue("n", 1));
	}
}
