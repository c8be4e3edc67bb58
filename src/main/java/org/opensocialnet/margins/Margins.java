package org.opensocialnet.margins;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures, the sums that tie them, and where they stand in tables: what is known of a telling and of all before it.
 *
 * @param places of figures that stand in tables, the one that spans most first; others, such as what is missing in a sum,
 *     have none
 */
public record Margins(Figures figures, Equations equations, Grid grid, Map<Integer, List<Place>> places) {

    /**
     * How the sensitive figures came to be protected.
     *
     * @param sensitive how many must stay uncertain
     * @param worlds how many sets of whole numbers prove that they are
     * @param lost those of which more can be concluded than before. Where no world is found, nothing that is tied to the figure is
     *     told, and a solver is asked whether it stays as it was
     */
    public record Protection(int sensitive, int worlds, List<Integer> lost) {}

    public Margins(Grid grid) {
        this(new Figures(), new Equations(), grid, new HashMap<>());
    }

    /** The figure stands here too. */
    public void stands(int figure, Place place) {
        places.computeIfAbsent(figure, none -> new ArrayList<>()).addFirst(place);
    }

    /**
     * Withholds what it takes, and little more, until no sensitive figure can be worked out; proven before it returns.
     *
     * @param asked the figures about to be told
     * @param effort how many attempts may be spent on telling more, once all is protected
     */
    public Protection protect(Collection<Integer> asked, long effort) {
        equations.link(figures.size);
        new Settled(figures, equations).accept(asked);
        var untold = new BitSet();
        asked.stream().filter(figures::isUndecided).forEach(untold::set);
        var suppression = new Suppression(this);
        var reduction = new Reduction(figures, suppression);
        var unproven = suppression.run();
        reduction.run(effort);
        var judge = new Judge(figures, equations);
        var before = judge.silent(unproven, untold);
        var lost = judge.worse(unproven, before);
        if (!lost.isEmpty()) {
            // Silence takes nothing from anybody: nothing of this request is told but what everybody knows already.
            untold.stream().forEach(figures::hide);
            lost = judge.worse(unproven, before);
        }
        var worlds = suppression.worlds.all();
        new WorldCheck(figures, equations).check(worlds);
        return new Protection(suppression.sensitive.length, worlds.size(), lost);
    }
}
