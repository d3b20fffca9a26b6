using System.Collections.Frozen;
using Bot.Cards;
using Gamification;

namespace Bot.Commands;

/// <summary>Every command by its name; whatever is no command gets the help card, with the nearest one.</summary>
public sealed class CommandTable
{
    private const string HelpWord = "help";

    /// <summary>Nobody means a command by a word of more letters than any has, and comparing them costs.</summary>
    private const int LongestGuess = 30;

    private readonly FrozenDictionary<string, ICommand> byName;
    private readonly FrozenSet<string> names;
    private readonly Organisation organisation;

    public CommandTable(IEnumerable<ICommand> commands, Organisation organisation)
    {
        this.organisation = organisation;
        byName = commands.ToFrozenDictionary(command => command.Name, StringComparer.Ordinal);
        names = byName.Keys.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Without the slash, sorted.</summary>
    public IReadOnlyList<string> Names => [.. names.Order(StringComparer.Ordinal)];

    public CommandLine Parse(string line) => CommandLine.Parse(line, names);

    public Task<CommandReply> RunAsync(CommandRequest request, CancellationToken ct) =>
        byName.TryGetValue(request.Name, out var command) && !IsHelp(request)
            ? command.RunAsync(request, ct)
            : Task.FromResult(new CommandReply(Help(request)));

    private static bool IsHelp(CommandRequest request) =>
        request.Name == CommandLine.Root ? request.Arguments is [] or [HelpWord, ..] : request.Arguments is [HelpWord];

    private Card Help(CommandRequest request)
    {
        var unknown = request.Name is "" or HelpWord || names.Contains(request.Name) ? null : request.Name;
        var format = new ReaderFormat(request.Locale, organisation);
        var rows = Names
            .Select(name => byName[name])
            .Select(command => new CommandRow($"/{command.Name} {command.Usage}".TrimEnd(), format.Say(command.Help)));
        return HelpCard.Compose([.. rows], unknown, unknown is null ? null : Nearest(unknown), format);
    }

    /// <summary>The command at most a third of whose letters differ; null when none is that near.</summary>
    private string? Nearest(string word) =>
        word.Length > LongestGuess
            ? null
            : Names
                .Select(name => (Name: name, Distance: EditDistance.Between(word, name)))
                .Where(near => near.Distance * 3 <= near.Name.Length)
                .OrderBy(near => near.Distance)
                .Select(near => near.Name)
                .FirstOrDefault();
}
