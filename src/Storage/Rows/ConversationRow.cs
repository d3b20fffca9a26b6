using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>A Teams conversation as an authenticated activity described it: what is needed to speak there first.</summary>
internal sealed class ConversationRow
{
    public required string Conversation { get; init; }
    public required string ServiceUrl { get; set; }
    public string? TenantId { get; set; }
    public required string BotId { get; set; }
    public required string Scope { get; set; }
    public string? User { get; set; }
    public string? TeamsTeam { get; set; }
    public string? TeamsChannel { get; set; }
    public string? Locale { get; set; }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> row)
    {
        row.ToTable("conversation").HasKey(conversation => conversation.Conversation);
        row.HasIndex(conversation => conversation.User);
    }
}
