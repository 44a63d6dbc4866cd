package org.motionlayers.simulate.body;

/** The shape of a body about its centre; u and v are coordinates that turn with it, pixels. */
public sealed interface Outline {

	/**
	 * A disc.
	 *
	 * @param radius pixels
	 */
	record Disc(double radius) implements Outline {

		@Override
		public boolean contains(final double u, final double v) {
			return u * u + v * v <= radius * radius;
		}

		@Override
		public double reach() {
			return radius;
		}

		@Override
		public double area() {
			return Math.PI * radius * radius;
		}
	}

	/**
	 * A box.
	 *
	 * @param length along u, pixels
	 * @param width along v, pixels
	 */
	record Box(double length, double width) implements Outline {

		@Override
		public boolean contains(final double u, final double v) {
			return Math.abs(u) <= length / 2 && Math.abs(v) <= width / 2;
		}

		@Override
		public double reach() {
			return Math.hypot(length, width) / 2;
		}

		@Override
		public double area() {
			return length * width;
		}
	}

	/**
	 * An ellipse.
	 *
	 * @param length along u, pixels
	 * @param width along v, pixels
	 */
	record Ellipse(double length, double width) implements Outline {

		@Override
		public boolean contains(final double u, final double v) {
			final double x = 2 * u / length, y = 2 * v / width;
			return x * x + y * y <= 1;
		}

		@Override
		public double reach() {
			return Math.max(length, width) / 2;
		}

		@Override
		public double area() {
			return Math.PI * length * width / 4;
		}
	}

	/**
	 * A triangle with equal sides, one corner towards u.
	 *
	 * @param radius of the disc through its corners, pixels
	 */
	record Triangle(double radius) implements Outline {

		@Override
		public boolean contains(final double u, final double v) {
			final double inner = radius / 2;
			return u >= -inner && .5 * u + ROOT_3 / 2 * v <= inner && .5 * u - ROOT_3 / 2 * v <= inner;
		}

		@Override
		public double reach() {
			return radius;
		}

		@Override
		public double area() {
			return .75 * ROOT_3 * radius * radius;
		}
	}

	/**
	 * A ring.
	 *
	 * @param radius of its outer border, pixels
	 * @param hole radius of its inner border, pixels
	 */
	record Ring(double radius, double hole) implements Outline {

		@Override
		public boolean contains(final double u, final double v) {
			final double square = u * u + v * v;
			return square <= radius * radius && square >= hole * hole;
		}

		@Override
		public double reach() {
			return radius;
		}

		@Override
		public double area() {
			return Math.PI * (radius * radius - hole * hole);
		}
	}

	/** The square root of 3. */
	double ROOT_3 = Math.sqrt(3);

	/** @return whether a point lies inside or on the border */
	boolean contains(double u, double v);

	/** @return the radius of the smallest disc about the centre that holds it, pixels */
	double reach();

	/** @return square pixels */
	double area();
}
