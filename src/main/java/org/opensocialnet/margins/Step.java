package org.opensocialnet.margins;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One change on the way to another world, and the equations that do not add up after it. */
final class Step {

    private static final int[] NONE = {};

    final @Nullable Step before;
    final int figure;
    final int change;
    final int[] open;
    final int[] off;
    final int wrong;
    final int cost;
    final long key;

    private Step(@Nullable Step before, int figure, int change, int[] open, int[] off, int count, int cost) {
        this.before = before;
        this.figure = figure;
        this.change = change;
        this.open = Arrays.copyOf(open, count);
        this.off = Arrays.copyOf(off, count);
        this.cost = cost;
        int sum = 0;
        long mixed = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.abs(off[i]);
            mixed += mixed(open[i] * 4096L + off[i]);
        }
        wrong = sum;
        key = mixed;
    }

    static Step next(@Nullable Step before, int figure, int change, int cost, Equations equations) {
        int[] of = equations.of(figure);
        int[] signs = equations.signs(figure);
        int[] wasOpen = before == null ? NONE : before.open;
        int[] wasOff = before == null ? NONE : before.off;
        int already = wasOpen.length;
        int[] open = new int[already + of.length];
        int[] off = new int[already + of.length];
        int count = 0;
        for (int i = 0; i < already; i++) {
            int equation = wasOpen[i];
            int sum = wasOff[i];
            for (int j = 0; j < of.length; j++) {
                sum += of[j] == equation ? signs[j] * change : 0;
            }
            if (sum != 0) {
                open[count] = equation;
                off[count++] = sum;
            }
        }
        for (int j = 0; j < of.length; j++) {
            if (!contains(wasOpen, of[j])) {
                open[count] = of[j];
                off[count++] = signs[j] * change;
            }
        }
        return new Step(before, figure, change, open, off, count, cost);
    }

    private static boolean contains(int[] equations, int equation) {
        for (int each : equations) {
            if (each == equation) {
                return true;
            }
        }
        return false;
    }

    /** How much the figure was changed up to here. */
    int changeOf(int other) {
        int sum = 0;
        for (var step = this; step != null; step = step.before) {
            sum += step.figure == other ? step.change : 0;
        }
        return sum;
    }

    private static long mixed(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
