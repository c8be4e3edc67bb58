package org.opensocialnet.treasury;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opensocialnet.budget.Account;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.kernel.Money;

/** An outlook drawn: a bar of where the money stands, and below it a line of what was paid, with its way to the last day. */
record Picture(List<Part> bar, String paid, String ahead, Point now, Point end, int top, int bottom, int right) {

    static final int WIDTH = 640;
    private static final int TOP = 112;
    private static final int BOTTOM = 300;
    private static final int LEFT = 4;
    private static final int RIGHT = WIDTH - 4;

    /** A part of the bar. */
    record Part(Account account, double x, double width) {}

    /** A place in the picture. */
    record Point(double x, double y) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    static Picture of(Outlook outlook) {
        var scale = new Scale(outlook);
        var points = new ArrayList<Point>();
        points.add(scale.at(outlook.starts(), Money.ZERO));
        for (var step : outlook.steps()) {
            var end = step.month().plusMonths(1);
            points.add(scale.at(end.isAfter(outlook.today()) ? outlook.today() : end, step.soFar()));
        }
        var now = scale.at(outlook.today(), outlook.stands().spent());
        points.add(now);
        var end = scale.at(outlook.payBy(), outlook.expected());
        return new Picture(bar(outlook), line(points), line(List.of(now, end)), now, end, TOP, BOTTOM, RIGHT);
    }

    private static List<Part> bar(Outlook outlook) {
        var stands = outlook.stands();
        double whole = Math.max(1, stands.granted().cents());
        var parts = new ArrayList<Part>();
        double x = LEFT;
        for (var account :
                List.of(Account.SPENT, Account.COMMITTED, Account.RESERVED, Account.AVAILABLE, Account.RETURNED)) {
            double width = of(stands, account).cents() / whole * (RIGHT - LEFT);
            if (width > 0) {
                parts.add(new Part(account, x, width));
                x += width;
            }
        }
        return parts;
    }

    static Money of(Balances balances, Account account) {
        return switch (account) {
            case FUNDING -> balances.granted();
            case AVAILABLE -> balances.available();
            case RESERVED -> balances.reserved();
            case COMMITTED -> balances.committed();
            case SPENT -> balances.spent();
            case RETURNED -> balances.returned();
        };
    }

    private static String line(List<Point> points) {
        return String.join(" ", points.stream().map(Point::toString).toList());
    }

    /** Days to the right, money upwards. */
    private record Scale(Outlook outlook) {

        Point at(LocalDate day, Money money) {
            double days = Math.max(1, ChronoUnit.DAYS.between(outlook.starts(), outlook.payBy()));
            double x = Math.clamp(ChronoUnit.DAYS.between(outlook.starts(), day) / days, 0, 1);
            double whole = Math.max(1, outlook.stands().granted().cents());
            double y = Math.clamp(money.cents() / whole, 0, 1);
            return new Point(LEFT + x * (RIGHT - LEFT), BOTTOM - y * (BOTTOM - TOP));
        }
    }
}
