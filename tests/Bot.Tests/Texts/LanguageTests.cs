using System.Globalization;
using Bot.Cards;
using Bot.Tests.Cards;
using Bot.Texts;
using Gamification.Time;

namespace Bot.Tests.Texts;

public sealed class LanguageTests
{
    private static readonly Language Broken = Language.English with { Find = key => key == "{0} of {1}" ? "{1}: {0}" : null };

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("en-US", "en")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("pt-PT", "pt-BR")]
    [InlineData("es-ES", "es")]
    [InlineData("es-MX", "es")]
    [InlineData("fr-FR", "en")]
    [InlineData("", "en")]
    [InlineData("qps-ploc", "qps-ploc")]
    public void A_reader_is_spoken_to_in_any_Portuguese_or_Spanish_and_else_in_English(string culture, string language) =>
        Assert.Equal(language, Language.Of(CultureInfo.GetCultureInfo(culture)).Name);

    [Theory]
    [InlineData("en", 0, "several")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 2, "several")]
    [InlineData("en", 1_000_000, "several")]
    [InlineData("pt-BR", 0, "one")]
    [InlineData("pt-BR", 1, "one")]
    [InlineData("pt-BR", 2, "several")]
    [InlineData("pt-BR", 1_000_000, "several")]
    [InlineData("es", 0, "several")]
    [InlineData("es", 1, "one")]
    [InlineData("es", 2, "several")]
    [InlineData("es", 1_000_000, "several")]
    public void A_number_takes_the_words_of_one_or_of_several_as_its_language_counts(string language, long count, string words) =>
        Assert.Equal(
            words,
            (BoardScenes.Format() with { Language = Language.Named(language)! with { Find = _ => null } }).Count(count, $"one", $"several")
        );

    [Theory]
    [InlineData("en", "Mon 16 Nov", "12,300 EUR")]
    [InlineData("pt-BR", "seg. 16 de nov.", "12.300 EUR")]
    [InlineData("es", "lun 16 de nov", "12.300 EUR")]
    public void What_a_channel_reads_is_in_the_language_of_the_company(string language, string day, string money)
    {
        var format = ReaderFormat.ForEveryone(BoardScenes.Paris with { Language = language });

        Assert.Equal((language, day, money), (format.Language.Name, format.Day(new(2026, 11, 16)), format.Money(12_300_00)));
    }

    [Theory]
    [InlineData("en", "Week 47", "November 2026", "Q4 2026", "All time")]
    [InlineData("pt-BR", "Semana 47", "novembro de 2026", "4º trimestre de 2026", "Todo o período")]
    [InlineData("es", "Semana 47", "noviembre de 2026", "4.º trimestre de 2026", "Todo el periodo")]
    public void A_period_is_called_as_its_language_does(string language, params string[] names) =>
        Assert.Equal(
            names,
            new[] { PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.All }.Select(kind =>
                ReaderFormat
                    .ForEveryone(BoardScenes.Paris with { Language = language })
                    .Name(Gamification.Time.Period.Of(kind, new(2026, 11, 18)))
            )
        );

    [Fact]
    public void A_language_somebody_chose_leaves_their_numbers_as_they_are()
    {
        var format = BoardScenes.Format("de-DE") with { Language = Language.Spanish };

        Assert.Equal(("1.234", "Ver mi puesto"), (format.Number(1234), format.Say($"Show my rank")));
    }

    [Theory]
    [InlineData("3", "4", "4: 3")]
    public void A_translation_may_turn_the_holes_around(string first, string second, string said) =>
        Assert.Equal(said, Broken.Say($"{first} of {second}", CultureInfo.InvariantCulture));

    [Fact]
    public void A_kept_sentence_in_a_hole_is_said_in_the_same_language()
    {
        FormattableString name = $"The target";

        Assert.Equal(
            "El objetivo: como máximo 10.000,5 EUR.",
            Language.Spanish.Say($"{name} is at most {10_000.5m:#,0.####} {"EUR"}.", CultureInfo.GetCultureInfo("es-ES"))
        );
    }

    [Theory]
    [InlineData("en", "en-US")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("es", "es-ES")]
    public void Who_chose_nothing_and_whose_chat_says_nothing_is_spoken_to_as_the_organisation(string organisation, string culture) =>
        Assert.Equal(culture, ReaderLocale.Unsaid(BoardScenes.Paris with { Language = organisation }).Name);

    [Fact]
    public void A_sentence_without_a_translation_is_said_in_English() =>
        Assert.Equal("Ana plays Chess", Language.Spanish.Say($"{"Ana"} plays {"Chess"}", CultureInfo.InvariantCulture));
}
