// Everything that is drawn, in the order in which it happens: a new command, form or kind of announcement gets its line here.

const camille = 'camille@demo.example';
const jonas = 'jonas@demo.example';
const won = (dealId, owner, amount) => ['deal.closed', { dealId, owner, outcome: 'won', amount: `${amount}`, currency: 'EUR' }];
const quote = (quoteId, owner) => ['quote.sent', { quoteId, dealId: `${quoteId}-deal`, owner }];

// What the host posts by itself: `cause` makes it happen, `says` recognises it.
export const announcements = [
  {
    id: 'goal-published',
    title: 'Goal published',
    kind: 'goal.published',
    says: /A new goal/,
    cause: (host) =>
      host.api('PUT', 'goals/gallery', {
        name: 'Three deals before Friday',
        subject: { kind: 'members', id: 'enterprise' },
        metric: 'deals',
        target: 3,
        period: { kind: 'week' },
        tiers: [
          { kind: 'base', triggerPercent: 100, rewards: [{ kind: 'coins', amount: 100 }, { kind: 'prize', name: 'A day off', price: 80 }] },
          { kind: 'super', triggerPercent: 200, rewards: [{ kind: 'points', amount: 50 }] },
        ],
      }),
  },
  {
    id: 'badge-unlocked',
    title: 'Badge unlocked',
    kind: 'badge.unlocked',
    says: /Elif Demir earned/,
    cause: async (host) => {
      await host.api('PUT', 'people/elif', { name: 'Elif Demir', email: 'elif@demo.example', team: 'enterprise' });
      await host.report(...won('gallery-first', 'elif@demo.example', 2400));
    },
  },
  {
    id: 'tier-reached',
    title: 'Tier reached',
    kind: 'tier.reached',
    says: /(Camille Laurent|Jonas Weber) reached Base/,
    cause: async (host) => {
      for (const who of [camille, jonas])
        for (let number = 1; number <= 3; number++) await host.report(...won(`gallery-${who}-${number}`, who, 900));
    },
  },
  {
    id: 'team-reward',
    title: 'Team reward',
    kind: 'team.reward',
    says: /Enterprise together reached/,
    cause: async (host) => {
      for (const who of [camille, jonas]) await host.report(...won(`gallery-large-${who}`, who, 140_000));
    },
  },
  {
    id: 'goal-completed',
    title: 'Goal completed',
    kind: 'goal.completed',
    says: /Goal completed/,
    toPerson: true,
    cause: async (host) => {
      for (const who of [camille, jonas])
        for (let number = 1; number <= 12; number++) await host.report(...quote(`gallery-${who}-${number}`, who));
    },
  },
  {
    id: 'reversal',
    title: 'Reversal with its reason',
    kind: 'reversal',
    says: /taken back/,
    toPerson: true,
    cause: async (host) => {
      for (const who of [camille, jonas]) await host.report('deal.reopened', { dealId: `gallery-large-${who}` });
    },
  },
  {
    id: 'board-final',
    title: 'The board of an ended week',
    kind: 'board.final',
    says: /leaderboard[^]*Week 4[67]/,
    cause: () => {},
  },
];

export const commands = [
  { id: 'leaderboard', line: '/leaderboard' },
  { id: 'leaderboard-month', line: '/leaderboard month by revenue' },
  { id: 'leaderboard-target', line: '/leaderboard by target' },
  { id: 'points', line: '/points' },
  { id: 'performance', line: '/performance' },
  { id: 'badges', line: '/badges' },
  { id: 'badges-one', line: '/badges closer' },
  { id: 'badges-other', line: '/badges Kwame Mensah' },
  { id: 'goals', line: '/goals' },
  { id: 'rewards', line: '/rewards' },
  { id: 'team-goals', line: '/team-goals' },
  { id: 'team-goals-grants', line: '/team-goals grants' },
  { id: 'team-goals-prizes', line: '/team-goals prizes' },
  { id: 'why-goal', line: '/why goal three deals super' },
  { id: 'why-badge', line: '/why badge closer' },
  { id: 'why-activity', line: '/why activity' },
  { id: 'help', line: '/medalist help' },
  { id: 'nearest', line: '/leaderbord' },
  { id: 'link', line: '/medalist link' },
  { id: 'channel', line: '/medalist channel' },
  { id: 'settings', line: '/medalist settings' },
  { id: 'people', line: '/medalist people' },
  { id: 'inbox', line: '/medalist inbox', before: (host) => host.report(...won('gallery-unknown', 'somebody@elsewhere.example', 900)) },
  { id: 'rules', line: '/medalist rules' },
  { id: 'badge', line: '/medalist badge' },
  { id: 'status', line: '/medalist status' },
];

// Two deals reach a team's goal; then the first turns out to have been small before the second was won.
async function takenBack(host) {
  await host.api('PUT', 'teams/studio', { name: 'Studio' });
  await host.api('PUT', 'people/sam', { name: 'Sam Park', email: 'sam@demo.example', team: 'studio' });
  await host.api('PUT', 'goals/studio', {
    name: 'Studio opens',
    subject: { kind: 'team', id: 'studio' },
    metric: 'revenue',
    target: 1000,
    period: { kind: 'week' },
    tiers: [{ kind: 'base', triggerPercent: 100, rewards: [{ kind: 'coins', amount: 20 }] }],
  });
  await host.pass(60);
  await host.report(...won('studio-1', 'sam@demo.example', 600), 50);
  await host.report(...won('studio-2', 'sam@demo.example', 600), 10);
  await host.report('deal.amount_changed', { dealId: 'studio-1', amount: '1', currency: 'EUR' }, 30);
}

// `press` is the button that opens the form; without one Slack and the page open it at once, and Teams shows a card with the button `inTeams`, or the first that opens a form.
// `steps` are sent as they stand, but for `typed`.
export const forms = [
  { id: 'goal-new', title: 'A goal of one\'s own', line: '/goals new', inTeams: 'New goal' },
  { id: 'goal-edit', title: 'Edit a goal', line: '/goals', press: 'Edit' },
  { id: 'plan-aim', title: 'A team\'s goal, 1 of 3: what', line: '/team-goals new', inTeams: 'New goal' },
  { id: 'plan-tiers', title: 'A team\'s goal, 2 of 3: tiers and rewards', line: '/team-goals edit Three deals', steps: [{}] },
  { id: 'plan-publish', title: 'A team\'s goal, 3 of 3: preview and publication', line: '/team-goals edit Three deals', steps: [{}, {}] },
  { id: 'close-goal', title: 'Archive a goal', line: '/team-goals close Three deals', inTeams: 'Close' },
  { id: 'keep', title: 'Keep a grant that was taken back', line: '/team-goals grants', press: 'Keep', before: takenBack },
  { id: 'recipients', title: 'Change the recipients of a grant', line: '/team-goals grants', press: 'Recipients' },
  { id: 'post-again', title: 'Post again', line: '/team-goals posts Three deals', press: 'Publish again' },
  { id: 'redeem', title: 'Redeem a prize', line: '/rewards', press: 'Redeem' },
  { id: 'fulfil', title: 'Hand out a prize', line: '/team-goals prizes', press: 'Hand' },
  { id: 'cancel-prize', title: 'Cancel a prize', line: '/team-goals prizes', press: 'Cancel' },
  { id: 'person', title: 'A person', line: '/medalist person Kwame Mensah' },
  { id: 'calendar', title: 'Working hours, holidays, time off', line: '/medalist calendar Kwame Mensah', inTeams: 'Calendar' },
  { id: 'link-owner', title: 'Link an unknown owner', line: '/medalist inbox', press: 'Link' },
  { id: 'dismiss', title: 'Dismiss what waits', line: '/medalist inbox', press: 'Dismiss' },
  { id: 'rules-edit', title: 'What scores', line: '/medalist rules', press: 'Change' },
  { id: 'badge-edit', title: 'Settings of a badge', line: '/medalist badge first sale' },
  { id: 'badge-new', title: 'A badge of one\'s own', line: '/medalist badge new', inTeams: 'New badge' },
  { id: 'badge-unit', title: 'The revenue unit', line: '/medalist badge unit', inTeams: 'Revenue unit' },
];
