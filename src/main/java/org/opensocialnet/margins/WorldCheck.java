package org.opensocialnet.margins;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.opensocialnet.margins.Worlds.World;

/** Goes over every world with addition alone, trusting nothing of how it was found. */
record WorldCheck(Figures figures, Equations equations) {

    void check(List<World> worlds) {
        worlds.forEach(this::check);
    }

    private void check(World world) {
        var change = new HashMap<Integer, Long>();
        var sums = new HashSet<Integer>();
        for (int i = 0; i < world.figures().length; i++) {
            int figure = world.figures()[i];
            if (!figures.allows(figure, world.people()[i], false)) {
                throw new IllegalStateException("A world contradicts what is told.");
            }
            change.put(figure, world.people()[i] - figures.value[figure]);
            for (int equation : equations.of(figure)) {
                sums.add(equation);
            }
        }
        for (int equation : sums) {
            int[] members = equations.figures(equation);
            long off = -change.getOrDefault(members[0], 0L);
            for (int i = 1; i < members.length; i++) {
                off += change.getOrDefault(members[i], 0L);
            }
            if (off != 0) {
                throw new IllegalStateException("A world does not add up.");
            }
        }
    }
}
