package org.opensocialnet.margins;

import java.util.ArrayList;
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
     * @param lost those for which no proof was found, mostly because earlier tellings give them away; of what is asked now
     *     nothing that is tied to them is told
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
        var suppression = new Suppression(this);
        var reduction = new Reduction(figures, suppression);
        var lost = suppression.run();
        reduction.run(effort);
        var worlds = suppression.worlds.all();
        new WorldCheck(figures, equations).check(worlds);
        return new Protection(suppression.sensitive.length, worlds.size(), lost);
    }
}
