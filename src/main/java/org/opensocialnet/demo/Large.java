package org.opensocialnet.demo;

import java.util.List;

/**
 * The large city, for measuring: the invented bodies of the small one again and again, in ever new districts with
 * other places and hours. Bodies that exist are never copied. Told one body at a time, whatever the size.
 */
record Large(int services) {

    static final List<String> HOURS = List.of(
            "Mo-Fr 09:00-17:00",
            "Mo-Fr 08:30-13:30; We 16:00-20:00",
            "Tu,Th 10:00-14:00; Sa 10:00-13:00",
            "daily 20:00-08:00 usual",
            "24h usual",
            "Mo-Sa 12:00-15:00",
            "Mo,We,Fr 17:00-21:00",
            "Sa-Su 11:00-18:00 usual",
            "1Sa 10:00-14:00; 3Sa 10:00-14:00",
            "Mo-Fr 07:30-12:00 summer; Mo-Fr 09:00-15:00 winter");

    /** Tells so many services in all, of which so many were told already. */
    void tell(Telling city, long already) {
        long open = services - already;
        for (int district = 1; open > 0; district++) {
            var bodies = new Bodies(city.in(new District(district)));
            for (var body : city.text().bodies()) {
                if (open > 0 && Bodies.isInvented(body) && services(body) > 0) {
                    var kept = atMost(open, body);
                    bodies.tell(kept);
                    open -= services(kept);
                }
            }
        }
    }

    static long services(Entry body) {
        return body.all("service").mapToLong(Large::copies).sum();
    }

    private static long copies(Entry service) {
        return Math.max(1, service.words().size() - 2);
    }

    private static Entry atMost(long services, Entry body) {
        long[] open = {services};
        var kept = body.below().stream()
                .filter(entry -> !entry.word().equals("service") || (open[0] -= copies(entry)) >= 0)
                .toList();
        return new Entry(body.file(), body.line(), body.depth(), body.word(), body.rest(), kept);
    }
}
