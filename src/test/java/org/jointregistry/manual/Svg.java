package org.jointregistry.manual;

import java.util.Locale;

/**
 * An image of boxes and lines.
 */
final class Svg {

	private static final int FONT = 11;

	private final StringBuilder text = new StringBuilder();

	private final int width;

	private final int height;

	/**
	 * An empty image.
	 * @param width in pixels
	 * @param height in pixels
	 * @param title what it shows, for those who do not see it
	 */
	Svg(int width, int height, String title) {
		this.width = width;
		this.height = height;
		this.text.append("""
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
				font-family="sans-serif" font-size="%d"><title>%s</title>
				""".formatted(width, height, width, height, FONT, title));
	}

	void box(int x, int y, int width, int height, String label, String link, boolean strong) {
		this.text.append("""
				<a href="%s"><rect x="%d" y="%d" width="%d" height="%d" rx="4" fill="%s" stroke="#667"/>\
				<text x="%d" y="%d" text-anchor="middle">%s</text></a>
				""".formatted(link, x, y, width, height, strong ? "#cfe3ff" : "#f4f6f9", x + width / 2,
				y + height / 2 + FONT / 3, label));
	}

	void line(int x1, int y1, int x2, int y2) {
		int middle = (x1 + x2) / 2;
		this.text.append("<path d=\"M%d %d C%d %d %d %d %d %d\" fill=\"none\" stroke=\"#99a\"/>\n".formatted(x1, y1,
				middle, y1, middle, y2, x2, y2));
	}

	void label(int x, int y, String label, boolean end) {
		this.text.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#456\" font-size=\"9\">%s</text>\n"
			.formatted(x, y, end ? "end" : "start", label));
	}

	/** A curve between two places of a circle around the middle. */
	void chord(double from, double to, int radius) {
		this.text.append(String.format(Locale.ROOT,
				"<path d=\"M%.1f %.1f Q%d %d %.1f %.1f\" fill=\"none\" stroke=\"#68a\" stroke-opacity=\"0.35\"/>%n",
				x(from, radius), y(from, radius), this.width / 2, this.height / 2, x(to, radius), y(to, radius)));
	}

	/** A name at a place of a circle around the middle, that can be read from outside. */
	void onCircle(double angle, int radius, String label, String link) {
		boolean left = Math.cos(angle) < 0;
		this.text.append(String.format(Locale.ROOT,
				"<a href=\"%s\"><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" transform=\"rotate(%.1f %.1f %.1f)\">"
						+ "%s</text></a>%n",
				link, x(angle, radius), y(angle, radius) + FONT / 3.0, left ? "end" : "start",
				Math.toDegrees(angle) + (left ? 180 : 0), x(angle, radius), y(angle, radius), label));
	}

	private double x(double angle, int radius) {
		return this.width / 2.0 + radius * Math.cos(angle);
	}

	private double y(double angle, int radius) {
		return this.height / 2.0 + radius * Math.sin(angle);
	}

	/**
	 * The image.
	 * @return as it stands in a page
	 */
	String text() {
		return this.text + "</svg>\n";
	}

}
