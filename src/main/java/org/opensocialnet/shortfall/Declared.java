package org.opensocialnet.shortfall;

import java.util.List;

/**
 * What the coordination team declared, and every page says: from where on a shortfall is a deficit, and how severe.
 *
 * @param least fewer than this are not called a deficit, nor an oversupply
 * @param share nor is a smaller share of the need, from 0 to 1
 * @param severe from which share of the need unmet severity is 2, 3, 4 and 5
 */
public record Declared(double least, double share, List<Double> severe) {

    public Declared {
        severe = List.copyOf(severe);
        if (!(least >= 0) || !(share >= 0 && share <= 1) || severe.size() != 4 || !rises(severe)) {
            throw new IllegalArgumentException(
                    "Thresholds lie between nothing and all; severity has four steps that rise.");
        }
    }

    private static boolean rises(List<Double> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) > (i == 0 ? 0 : steps.get(i - 1)) && steps.get(i) <= 1)) {
                return false;
            }
        }
        return true;
    }

    /** Five at least and a twentieth of the need; severe from a tenth, a quarter, half and three quarters on. */
    public static Declared usual() {
        return new Declared(5, 0.05, List.of(0.10, 0.25, 0.50, 0.75));
    }

    public boolean calls(double amount, double need) {
        return amount > 0 && amount >= least && amount >= share * need;
    }

    /** From 1, hardly anybody goes without, to 5, nearly everybody does. */
    public int severity(double unmet, double need) {
        return 1
                + (int) severe.stream()
                        .filter(step -> need > 0 && unmet >= step * need)
                        .count();
    }
}
