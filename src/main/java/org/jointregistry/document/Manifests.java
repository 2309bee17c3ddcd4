package org.jointregistry.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;

/**
 * Reads the manifests that front ends' builds write: an object of documents by their hash
 * (GraphQL Code Generator, Relay), or Apollo's list of operations.
 */
final class Manifests {

	private final JsonMapper json;

	Manifests(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The documents of some files.
	 * @param files the files
	 * @return documents by their hash, as the files name it
	 * @throws IllegalStateException if a file cannot be read, is no manifest, or names
	 * another document by a hash that is taken
	 */
	Map<String, String> read(Collection<Resource> files) {
		Map<String, String> documents = new HashMap<>();
		files.forEach((file) -> read(file, documents));
		return Map.copyOf(documents);
	}

	private void read(Resource file, Map<String, String> documents) {
		JsonNode manifest = tree(file);
		if (manifest.path("operations").isArray()) {
			manifest.path("operations")
				.forEach((operation) -> add(file, operation.path("id"), operation.path("body"), documents));
		}
		else if (manifest.isObject()) {
			manifest.properties()
				.forEach((entry) -> add(file, this.json.getNodeFactory().stringNode(entry.getKey()), entry.getValue(),
						documents));
		}
		else {
			throw unreadable(file, "is no manifest of documents");
		}
	}

	private JsonNode tree(Resource file) {
		try (InputStream content = file.getInputStream()) {
			return this.json.readTree(content);
		}
		catch (JacksonException ex) {
			throw unreadable(file, "is no JSON");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(Resource file, JsonNode id, JsonNode document, Map<String, String> documents) {
		if (!id.isString() || !document.isString()) {
			throw unreadable(file, "has an entry without a hash and a document");
		}
		String other = documents.put(id.asString(), document.asString());
		if (other != null && !other.equals(document.asString())) {
			throw unreadable(file, "names another document by " + id.asString());
		}
	}

	private static IllegalStateException unreadable(Resource file, String why) {
		return new IllegalStateException("%s of registry.document.manifests %s".formatted(file.getDescription(), why));
	}

}
