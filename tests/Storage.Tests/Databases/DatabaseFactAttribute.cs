using Xunit.Abstractions;
using Xunit.Sdk;

namespace Storage.Tests.Databases;

/// <summary>A test that is inherited by one class for each database. Without a PostgreSQL to use it is shown there as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Storage.Tests.Databases.DatabaseFactDiscoverer", "Storage.Tests")]
public sealed class DatabaseFactAttribute : FactAttribute;

/// <summary>Marks the classes that run on PostgreSQL.</summary>
public interface IOnPostgres;

public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute
    ) =>
        [
            new DatabaseTestCase(
                diagnostics,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod
            ),
        ];
}

public sealed class DatabaseTestCase : XunitTestCase
{
    [Obsolete("Called by the runner when it reads a test case back.", error: true)]
    public DatabaseTestCase() { }

    public DatabaseTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method) { }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.Interfaces.Any(type => type.Name == typeof(IOnPostgres).FullName) && PostgresDatabase.Server is null
            ? $"No PostgreSQL: set {PostgresDatabase.Variable} to the connection string of a server where databases may be created."
            : base.GetSkipReason(factAttribute);
}
