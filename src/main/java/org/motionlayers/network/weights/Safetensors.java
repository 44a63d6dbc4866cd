package org.motionlayers.network.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and writes safetensors: 8 bytes of header length (little-endian), a JSON header of names, types, shapes and offsets, then the
 * numbers. Types F32, F16, BF16 and I64 are read; F32 and I64 are written. See github.com/huggingface/safetensors, "Format".
 */
public final class Safetensors {

	/** Largest header accepted, in bytes: some 50,000 tensors. */
	public static final int LARGEST_HEADER = 8 << 20;

	private static final int LENGTH_BYTES = 8;
	private static final int ALIGNMENT = 8;
	private static final int CHUNK = 1 << 20;

	private Safetensors() {}

	/**
	 * Reads a file whole.
	 *
	 * @param file the file
	 * @return its tensors
	 * @throws ModelException where it is no such file, or a damaged one
	 * @throws IOException where it cannot be read
	 */
	public static TensorFile read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final SafetensorsHeader header = readHeader(channel, file.toString());
			final SortedMap<String, Tensor> tensors = new TreeMap<>();
			for (final SafetensorsHeader.Entry entry : header.entries()) tensors.put(entry.name(), entry.type().decode(entry.shape(), bytes(
				channel, header.dataStart() + entry.begin(), entry.length())));
			return new TensorFile(header.metadata(), tensors);
		}
	}

	private static SafetensorsHeader readHeader(final FileChannel channel, final String origin) throws IOException {
		final long size = channel.size();
		if (size < LENGTH_BYTES + 2) throw new ModelException(origin + ": " + size + " bytes are too few for a safetensors file.");
		final long length = bytes(channel, 0, LENGTH_BYTES).getLong();
		if (length < 2 || length > LARGEST_HEADER) throw new ModelException(origin + ": no safetensors file, or a damaged one: a header of " +
			Long.toUnsignedString(length) + " bytes, at most " + LARGEST_HEADER + " are accepted.");
		if (length > size - LENGTH_BYTES) throw new ModelException(origin + ": cut short: a header of " + length + " bytes in a file of " +
			size + " bytes.");
		try {
			final String json = StandardCharsets.UTF_8.newDecoder().decode(bytes(channel, LENGTH_BYTES, length)).toString();
			return SafetensorsHeader.parse(json, LENGTH_BYTES + length, size - LENGTH_BYTES - length, origin);
		}
		catch (final CharacterCodingException e) {
			throw new ModelException(origin + ": the safetensors header is not UTF-8 text.", e);
		}
	}

	private static ByteBuffer bytes(final FileChannel channel, final long position, final long length) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
		while (buffer.hasRemaining()) if (channel.read(buffer, position + buffer.position()) < 0) throw new EOFException(
			"The file ended while it was read.");
		return buffer.flip();
	}

	/**
	 * Writes a file: beside its place first, then moved there. The same tensors give the same bytes.
	 *
	 * @param file where to; overwritten
	 * @param content tensors, written in the order of their names, floats as F32, whole numbers as I64
	 * @throws IOException where it cannot be written; nothing is left behind then
	 */
	public static void write(final Path file, final TensorFile content) throws IOException {
		final Path beside = file.resolveSibling(file.getFileName() + ".part");
		try {
			// a link of that name is not written through
			Files.deleteIfExists(beside);
			try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				writeHeader(channel, SafetensorsHeader.describe(content));
				for (final Tensor tensor : content.tensors().values()) writeNumbers(channel, tensor);
			}
			Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	private static void writeHeader(final FileChannel channel, final String json) throws IOException {
		final byte[] text = json.getBytes(StandardCharsets.UTF_8);
		final int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		final ByteBuffer header = ByteBuffer.allocate(LENGTH_BYTES + length).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(text);
		while (header.hasRemaining()) header.put((byte) ' ');
		writeAll(channel, header.flip());
	}

	private static void writeNumbers(final FileChannel channel, final Tensor tensor) throws IOException {
		final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
		if (tensor.isInteger()) for (final long value : tensor.longs()) {
			if (chunk.remaining() < Long.BYTES) flush(channel, chunk);
			chunk.putLong(value);
		}
		else for (int i = 0, n; i < tensor.floats().length; i += n) {
			n = Math.min(CHUNK / Float.BYTES, tensor.floats().length - i);
			chunk.asFloatBuffer().put(tensor.floats(), i, n);
			flush(channel, chunk.position(n * Float.BYTES));
		}
		flush(channel, chunk);
	}

	private static void flush(final FileChannel channel, final ByteBuffer chunk) throws IOException {
		writeAll(channel, chunk.flip());
		chunk.clear();
	}

	private static void writeAll(final FileChannel channel, final ByteBuffer buffer) throws IOException {
		while (buffer.hasRemaining()) channel.write(buffer);
	}
}
