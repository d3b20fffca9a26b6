using Gamification.Activities;
using Gamification.Tests.Playing;

namespace Gamification.Tests;

public sealed class ConversationTests
{
    private readonly Company company = new();

    [Theory]
    [InlineData("2026-11-18 10:00", "2026-11-18 10:05", 8)]
    [InlineData("2026-11-18 10:00", "2026-11-18 10:06", 5)]
    [InlineData("2026-11-18 10:00", "2026-11-18 10:15", 5)]
    [InlineData("2026-11-18 10:00", "2026-11-18 10:16", 0)]
    [InlineData("2026-11-18 07:00", "2026-11-18 08:30", 8)]
    [InlineData("2026-11-20 17:50", "2026-11-23 09:04", 5)]
    public void A_first_reply_scores_by_the_working_time_it_took(string asked, string answered, long points)
    {
        company.Play(company.Asks(asked, "c1"), company.Replies(answered, "c1"));

        Assert.Equal(points + 5, company.Points("ann"));
        Assert.Equal(1, company.Measures("ann").Replies);
    }

    [Fact]
    public void Friday_17_50_to_Monday_09_04_is_840_seconds()
    {
        company.Play(company.Asks("2026-11-20 17:50", "c1"), company.Replies("2026-11-23 09:04", "c1"));

        Assert.Equal(840, company.Keeper.Entries.Single(entry => entry.Key.Rule == "reply").ReplySeconds);
    }

    [Fact]
    public void Only_the_first_reply_of_a_turn_counts_measured_from_its_first_message()
    {
        company.Play(
            company.Asks("2026-11-18 10:00", "c1"),
            company.Asks("2026-11-18 10:04", "c1"),
            company.Replies("2026-11-18 10:07", "c1"),
            company.Replies("2026-11-18 10:08", "c1")
        );

        Assert.Equal(420, company.Keeper.Entries.Single(entry => entry.Key.Rule == "reply").ReplySeconds);
    }

    [Fact]
    public void Automatic_replies_are_skipped()
    {
        company.Play(
            company.Asks("2026-11-18 10:00", "c1"),
            company.Replies("2026-11-18 10:00", "c1", automatic: true),
            company.Replies("2026-11-18 10:10", "c1")
        );

        Assert.Equal((1, 10), (company.Measures("ann").Replies, company.Points("ann")));
    }

    [Fact]
    public void A_reply_without_an_open_turn_counts_nowhere()
    {
        var reply = company.Replies("2026-11-18 10:00", "c1");
        company.Play(reply);

        Assert.Equal(0, company.Points("ann"));
        Assert.Equal(FactState.Counted, company.StateOf(reply));
    }

    [Fact]
    public void Another_persons_reply_ends_the_turn_unmeasured()
    {
        company.Play(
            company.Asks("2026-11-18 10:00", "c1"),
            company.Replies("2026-11-18 10:02", "c1", "bob"),
            company.Replies("2026-11-18 10:04", "c1")
        );

        Assert.Equal((0, 0), (company.Measures("ann").Replies, company.Measures("bob").Replies));
    }

    [Fact]
    public void After_a_reassignment_the_new_owner_is_measured_from_there()
    {
        company.Play(
            company.Asks("2026-11-18 10:00", "c1"),
            company.Assigns("2026-11-18 10:30", "c1", "bob"),
            company.Replies("2026-11-18 10:34", "c1", "bob")
        );

        Assert.Equal((0, 1, 13), (company.Measures("ann").Replies, company.Measures("bob").Replies, company.Points("bob")));
    }

    [Fact]
    public void A_reassignment_to_the_same_owner_changes_nothing()
    {
        var assigned = company.Assigns("2026-11-18 10:30", "c1", "ann");
        company.Play(company.Asks("2026-11-18 10:00", "c1"), assigned, company.Replies("2026-11-18 10:34", "c1"));

        Assert.Equal(2040, company.Keeper.Entries.Single(entry => entry.Key.Rule == "reply").ReplySeconds);
        Assert.Equal(FactState.Superseded, company.StateOf(assigned));
    }

    [Fact]
    public void A_message_that_arrives_late_changes_what_was_measured()
    {
        company.Play(company.Asks("2026-11-18 10:10", "c1"), company.Replies("2026-11-18 10:14", "c1"));
        Assert.Equal(13, company.Points("ann"));

        company.Play(company.Asks("2026-11-18 10:00", "c1"));

        Assert.Equal(10, company.Points("ann"));
    }
}
