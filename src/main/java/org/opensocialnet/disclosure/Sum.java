package org.opensocialnet.disclosure;

import java.util.HashSet;
import java.util.List;

/** One way in which nodes of an axis add up: the whole is exactly its parts, each counted once. */
public record Sum(String whole, List<String> parts) {

    public Sum {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.contains(whole) || new HashSet<>(parts).size() < parts.size()) {
            throw new IllegalArgumentException("A whole has parts, each once, and is none of them: " + whole);
        }
    }
}
