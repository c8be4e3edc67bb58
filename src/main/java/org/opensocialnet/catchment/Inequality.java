package org.opensocialnet.catchment;

import java.util.stream.IntStream;

/** How unevenly something is spread over people: 0 when all have the same, towards 1 when one has everything. */
public final class Inequality {

    private Inequality() {}

    /** The coefficient of Gini over areas, each counted by the people who live there. 0 where nobody has anything. */
    public static double gini(double[] perPerson, double[] people) {
        int[] poorestFirst = IntStream.range(0, perPerson.length)
                .boxed()
                .sorted((a, b) -> Double.compare(perPerson[a], perPerson[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double peopleBefore = 0;
        double haveBefore = 0;
        double apart = 0;
        for (int area : poorestFirst) {
            apart += people[area] * (perPerson[area] * peopleBefore - haveBefore);
            peopleBefore += people[area];
            haveBefore += people[area] * perPerson[area];
        }
        return haveBefore == 0 ? 0 : apart / (peopleBefore * haveBefore);
    }
}
