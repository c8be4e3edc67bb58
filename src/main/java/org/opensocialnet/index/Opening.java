package org.opensocialnet.index;

import java.time.Instant;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.hours.OpeningHours;
import org.opensocialnet.hours.Status;

/** When one place is open in the coming days, as minutes since 1970: from, until, from, until… in order. */
final class Opening {

    private static final byte KNOWN = 1;
    private static final byte APPOINTMENT = 2;

    static final Opening UNKNOWN = new Opening(false, false, new int[0]);

    private final boolean known;
    private final boolean appointment;
    private final int[] bounds;

    private Opening(boolean known, boolean appointment, int[] bounds) {
        this.known = known;
        this.appointment = appointment;
        this.bounds = bounds;
    }

    static Opening of(OpeningHours hours, Instant from, Instant until) {
        var stretches = hours.between(from, until);
        var bounds = new int[stretches.size() * 2];
        int used = 0;
        for (var stretch : stretches) {
            bounds[used++] = minute(stretch.from());
            bounds[used++] = minute(stretch.to());
        }
        return new Opening(hours.isKnown() || used > 0, hours.at(from) instanceof Status.ByAppointment, bounds);
    }

    static int minute(Instant time) {
        return Math.toIntExact(Math.floorDiv(time.getEpochSecond(), 60));
    }

    boolean appointment() {
        return appointment;
    }

    boolean openAt(int minute) {
        return stretchAt(minute) >= 0;
    }

    /** What to tell a reader who would come at that minute; the horizon is where knowledge ends. */
    OpenState at(int minute, int horizon) {
        int now = stretchAt(minute);
        if (now >= 0) {
            boolean ends = bounds[now + 1] < horizon;
            return new OpenState(known, true, ends ? instant(bounds[now + 1]) : null, null, appointment);
        }
        return new OpenState(known, false, null, nextFrom(minute), appointment);
    }

    private int stretchAt(int minute) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (minute < bounds[i]) {
                return -1;
            }
            if (minute < bounds[i + 1]) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Instant nextFrom(int minute) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > minute) {
                return instant(bounds[i]);
            }
        }
        return null;
    }

    private static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }

    BytesRef bytes() {
        var bytes = new byte[1 + bounds.length * 4];
        bytes[0] = (byte) ((known ? KNOWN : 0) | (appointment ? APPOINTMENT : 0));
        for (int i = 0; i < bounds.length; i++) {
            for (int place = 0; place < 4; place++) {
                bytes[1 + i * 4 + place] = (byte) (bounds[i] >>> 24 - 8 * place);
            }
        }
        return new BytesRef(bytes);
    }

    static Opening from(BytesRef packed) {
        byte flags = packed.bytes[packed.offset];
        var bounds = new int[(packed.length - 1) / 4];
        for (int i = 0; i < bounds.length; i++) {
            for (int place = 0; place < 4; place++) {
                bounds[i] = bounds[i] << 8 | packed.bytes[packed.offset + 1 + i * 4 + place] & 0xff;
            }
        }
        return new Opening((flags & KNOWN) != 0, (flags & APPOINTMENT) != 0, bounds);
    }
}
