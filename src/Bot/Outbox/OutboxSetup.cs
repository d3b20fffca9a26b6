namespace Bot.Outbox;

internal static class OutboxSetup
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) =>
        services
            .AddSingleton<OutboxSignal>()
            .AddSingleton<AddressBook>()
            .AddSingleton<Postman>()
            .AddSingleton<TroubleDesk>()
            .AddHostedService<OutboxWorker>()
            .AddHostedService<LostAnswers>();
}
