package org.opensocialnet.margins;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** What earlier tellings settled: nothing that is told now makes it better or worse. */
record Settled(Figures figures, Equations equations) {

    void accept(Collection<Integer> asked) {
        learnNoughts();
        forgetWhatNothingTouches(asked);
        var isAsked = new BitSet();
        asked.forEach(isAsked::set);
        asked.stream().filter(figures::isSensitive).forEach(figure -> acceptWhatWordsImply(figure, isAsked));
    }

    /** Where nobody was told in all, there is nobody in any part: readers know so. */
    private void learnNoughts() {
        var waiting = new ArrayDeque<Integer>();
        for (int figure = 0; figure < figures.size; figure++) {
            if (figures.isPublished(figure) && figures.value(figure) == 0) {
                waiting.add(figure);
            }
        }
        while (!waiting.isEmpty()) {
            int whole = waiting.remove();
            for (int equation : equations.of(whole)) {
                int[] members = equations.figures(equation);
                if (members[0] == whole && Arrays.stream(members).allMatch(part -> figures.least[part] >= 0)) {
                    for (int part : members) {
                        if (!figures.isPublished(part)) {
                            figures.publish(part);
                            waiting.add(part);
                        }
                    }
                }
            }
        }
    }

    /** "Some" in each of two months told earlier are at least two in both: that cannot be made uncertain any more. */
    private void acceptWhatWordsImply(int figure, BitSet isAsked) {
        for (int equation : equations.of(figure)) {
            int[] members = equations.figures(equation);
            if (members[0] == figure) {
                long least = 0;
                for (int i = 1; i < members.length; i++) {
                    least += isAsked.get(members[i]) ? 0 : Math.max(0, figures.least[members[i]]);
                }
                if (least > figures.needLeast[figure]) {
                    long from = Math.min(least, figures.value[figure]);
                    figures.need(figure, from, figures.needMost[figure], figures.spread[figure]);
                }
            }
        }
    }

    /** What is not tied to the request by anything untold was settled when it was told. */
    private void forgetWhatNothingTouches(Collection<Integer> asked) {
        var reached = new BitSet();
        asked.forEach(reached::set);
        var waiting = new ArrayDeque<>(asked);
        while (!waiting.isEmpty()) {
            int figure = waiting.remove();
            if (figures.isPublished(figure)) {
                continue;
            }
            for (int equation : equations.of(figure)) {
                for (int other : equations.figures(equation)) {
                    if (!reached.get(other)) {
                        reached.set(other);
                        waiting.add(other);
                    }
                }
            }
        }
        for (int figure = 0; figure < figures.size; figure++) {
            if (!reached.get(figure)) {
                figures.spread[figure] = 0;
            }
        }
    }
}
