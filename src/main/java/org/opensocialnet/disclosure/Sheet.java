package org.opensocialnet.disclosure;

import java.util.List;
import java.util.Map;

/** A table as readers see it: something in each cell of its grid, never the counts that were withheld. */
public record Sheet(String name, List<Axis> axes, Map<List<String>, Shown> cells) {

    public Sheet {
        axes = List.copyOf(axes);
        cells = Map.copyOf(cells);
    }

    public Shown at(String... nodes) {
        return at(List.of(nodes));
    }

    public Shown at(List<String> cell) {
        return cells.getOrDefault(cell, new Shown.Unknown());
    }
}
