package org.jointregistry.http;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/**
 * A request's body that ends in an error where it is too long.
 */
class LimitedInput extends ServletInputStream {

	private final ServletInputStream body;

	private long left;

	LimitedInput(ServletInputStream body, long bytes) {
		this.body = body;
		this.left = bytes;
	}

	@Override
	public int read() throws IOException {
		int one = this.body.read();
		count((one < 0) ? 0 : 1);
		return one;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = this.body.read(target, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	private void count(int read) throws IOException {
		this.left -= read;
		if (this.left < 0) {
			throw new IOException("The request is too large");
		}
	}

	@Override
	public boolean isFinished() {
		return this.body.isFinished();
	}

	@Override
	public boolean isReady() {
		return this.body.isReady();
	}

	@Override
	public void setReadListener(ReadListener listener) {
		this.body.setReadListener(listener);
	}

}
