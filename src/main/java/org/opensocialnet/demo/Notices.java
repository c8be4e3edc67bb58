package org.opensocialnet.demo;

import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** Writes temporary notices: {@code notice closed -2..+12 Κλειστά… | Closed…}, in days counted from the Monday. */
record Notices(Telling city) {

    void tell(Entry notice, Map<String, UUID> about, Entry body) {
        var words = notice.rest().split(" ", 3);
        var days = words[1].split("\\.\\.");
        var calendar = city.calendar();
        var row = Row.of("notice", city.id("notice", about, notice.rest()))
                .with("kind", words[0])
                .with("starts_at", calendar.moment(calendar.day(Integer.parseInt(days[0])), LocalTime.MIN))
                .with("ends_at", calendar.moment(calendar.day(Integer.parseInt(days[1])), LocalTime.MIN));
        about.forEach(row::with);
        var text = words[2];
        if (words[0].equals("changed-hours")) {
            var hours = text.substring(0, 11).split("-");
            row.with("opens_at", hours[0]).with("closes_at", hours[1]);
            text = text.substring(12);
        } else if (words[0].equals("moved")) {
            var place = text.split(" ", 2);
            row.with("moved_to_id", new Places(city).id(body.key(), place[0]));
            text = place[1];
        }
        city.tell(row.with("message", Both.of(text)));
    }
}
