package org.opensocialnet.pledges;

import java.util.ArrayList;
import java.util.List;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.pledges.Conversation.News;
import org.opensocialnet.pledges.Conversation.Side;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What waits: citizens' promises that nobody has checked, and messages nobody has read. */
@Component
class PledgesToDo implements ToDo {

    private final PledgeBook book;
    private final Conversation conversation;

    PledgesToDo(PledgeBook book, Conversation conversation) {
        this.book = book;
        this.conversation = conversation;
    }

    @Override
    public List<Card> cards(SignedIn me, Words t) {
        var cards = new ArrayList<Card>();
        if (me.may(Permission.SUPPORT_DECIDE)) {
            int waiting = book.waiting();
            if (waiting > 0) {
                cards.add(new Card(
                        70,
                        t.of("pledges.todo.check", waiting),
                        t.of("pledges.todo.check.why"),
                        t.of("pledges.todo.check.act"),
                        PromisePages.PATH));
            }
            add(cards, conversation.news(Side.TEAM, null), PromisePages.PATH, t);
        }
        if (me.organization() != null && me.may(Permission.SUPPORT_PLEDGE)) {
            add(cards, conversation.news(Side.GIVER, me.organization()), PledgePages.PATH, t);
        }
        if (me.organization() != null && me.may(Permission.SUPPORT_ASK)) {
            add(cards, conversation.news(Side.RECEIVER, me.organization()), PromisePages.PATH, t);
        }
        return cards;
    }

    private static void add(List<Card> cards, News news, String path, Words t) {
        if (news.pledge() != null) {
            cards.add(new Card(
                    64,
                    t.of("pledges.todo.messages", news.messages()),
                    t.of("pledges.todo.messages.why"),
                    t.of("pledges.todo.messages.act"),
                    path + "/" + news.pledge()));
        }
    }
}
