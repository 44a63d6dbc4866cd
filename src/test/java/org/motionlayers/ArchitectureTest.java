package org.motionlayers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms: who may import what. */
@AnalyzeClasses(packages = "org.motionlayers", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

	private static ArchRule mayUse(final String room, final String... rooms) {
		final String[] allowed = new String[rooms.length + 1];
		allowed[0] = "org.motionlayers." + room;
		for (int i = 0; i < rooms.length; i++) allowed[i + 1] = "org.motionlayers." + rooms[i];
		return classes().that().resideInAPackage(allowed[0]).should().onlyDependOnClassesThat(
			com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("org.motionlayers..").or(
				com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed))).allowEmptyShould(true);
	}

	@ArchTest
	static final ArchRule SCENE_STANDS_ALONE = mayUse("scene..");

	@ArchTest
	static final ArchRule CACHE_STANDS_ALONE = mayUse("cache..");

	@ArchTest
	static final ArchRule ZARR = mayUse("zarr..", "scene..");

	@ArchTest
	static final ArchRule SEGMENTATION = mayUse("segmentation..", "scene..", "zarr..");

	@ArchTest
	static final ArchRule DECOMPOSE = mayUse("decompose..", "scene..");

	@ArchTest
	static final ArchRule PREDICT = mayUse("predict..", "scene..");

	@ArchTest
	static final ArchRule COMPOSITE = mayUse("composite..", "scene..", "cache..");

	@ArchTest
	static final ArchRule DIFFUSION_STANDS_ALONE = mayUse("diffusion..");

	@ArchTest
	static final ArchRule NETWORK = mayUse("network..", "diffusion..");

	@ArchTest
	static final ArchRule DREAMER = mayUse("dreamer..", "scene..", "predict..", "diffusion..", "network..", "simulate..");

	@ArchTest
	static final ArchRule LAMD = mayUse("lamd..", "scene..", "predict..", "diffusion..", "network..", "simulate..");

	@ArchTest
	static final ArchRule SIMULATE = mayUse("simulate..", "scene..");

	@ArchTest
	static final ArchRule IO = mayUse("io..", "scene..", "zarr..", "cache..");

	@ArchTest
	static final ArchRule BATCH = mayUse("batch..", "scene..", "io..");

	@ArchTest
	static final ArchRule NO_SPARK_IN_THE_PLUGIN = noClasses().that().resideOutsideOfPackage("org.motionlayers.spark..").should()
		.dependOnClassesThat().resideInAnyPackage("org.apache.spark..", "org.motionlayers.spark..").allowEmptyShould(true);

	@ArchTest
	static final ArchRule EVALUATE = noClasses().that().resideInAPackage("org.motionlayers.evaluate..").should().dependOnClassesThat()
		.resideInAnyPackage("org.motionlayers.command..", "org.motionlayers.ui..").allowEmptyShould(true);

	@ArchTest
	static final ArchRule UI = mayUse("ui..", "scene..", "predict..", "segmentation..", "cache..");

	@ArchTest
	static final ArchRule NOTHING_BUT_IMGLIB_IN_SCENE = classes().that().resideInAPackage("org.motionlayers.scene..").should()
		.onlyDependOnClassesThat().resideInAnyPackage("org.motionlayers.scene..", "java.lang..", "java.util..", "net.imglib2..");

	@ArchTest
	static final ArchRule DEEP_LEARNING_STAYS_IN_ITS_ROOMS = noClasses().that().resideOutsideOfPackages("org.motionlayers.network..",
		"org.motionlayers.dreamer..", "org.motionlayers.lamd..").should().dependOnClassesThat().resideInAPackage("ai.djl..");

	@ArchTest
	static final ArchRule WINDOWS_STAY_IN_UI = noClasses().that().resideOutsideOfPackage("org.motionlayers.ui..").should()
		.dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "ij.gui..");

	/** See {@link org.motionlayers.network.Constant}: gradients of such products are read from memory that is free by then. */
	@ArchTest
	static final ArchRule NO_PRODUCTS_WITH_JAVA_NUMBERS_IN_NETWORKS = noClasses().should().callMethodWhere(new DescribedPredicate<JavaMethodCall>(
		"an array is multiplied or divided by a Java number")
	{

		@Override
		public boolean test(final JavaMethodCall call) {
			final JavaClass owner = call.getTargetOwner();
			return owner.getPackageName().startsWith("ai.djl.ndarray") && List.of("mul", "muli", "div", "divi", "pow", "powi").contains(call.getName()) &&
				call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Number.class));
		}
	});

	/** The same for numbers that an array is made of: the engine may be lent them and lose them. */
	@ArchTest
	static final ArchRule ARRAYS_OF_NUMBERS_ARE_COPIED = noClasses().that().doNotHaveSimpleName("FloatTransfer").should().callMethodWhere(
		new DescribedPredicate<JavaMethodCall>("an array is made of Java numbers")
	{

		@Override
		public boolean test(final JavaMethodCall call) {
			return call.getTargetOwner().getName().equals("ai.djl.ndarray.NDManager") && call.getName().equals("create") && call.getTarget()
				.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
		}
	});
}
