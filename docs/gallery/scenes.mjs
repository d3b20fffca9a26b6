// Everything that is drawn, in the order in which it happens: a new command, form or kind of announcement gets its line here.

const camille = 'camille@demo.example';
const jonas = 'jonas@demo.example';
const won = (dealId, owner, amount) => ['deal.closed', { dealId, owner, outcome: 'won', amount: `${amount}`, currency: 'EUR' }];
// Slack does not take the post about them.
export const refused = 'Rosa Lind';
const quote = (quoteId, owner) => ['quote.sent', { quoteId, dealId: `${quoteId}-deal`, owner }];

const threeDeals = {
  name: 'Three deals before Friday',
  subject: { kind: 'members', id: 'enterprise' },
  metric: 'deals',
  target: 3,
  period: { kind: 'week' },
  tiers: [
    { kind: 'base', triggerPercent: 100, rewards: [{ kind: 'coins', amount: 100 }, { kind: 'prize', name: 'A day off', price: 80 }] },
    { kind: 'super', triggerPercent: 200, rewards: [{ kind: 'points', amount: 50 }] },
  ],
};

// Reached with a fourth deal, which unlocks the goal after it.
const fourDeals = {
  name: 'A fourth deal',
  subject: { kind: 'members', id: 'enterprise' },
  metric: 'deals',
  target: 4,
  period: { kind: 'week' },
  tiers: [
    {
      kind: 'base',
      triggerPercent: 100,
      rewards: [{ kind: 'coins', amount: 60 }, ...['Cinema tickets', 'A book'].map((name) => ({ kind: 'prize', name, price: 10 }))],
    },
  ],
};

const largeDeal = [{ kind: 'base', triggerPercent: 100, rewards: [{ kind: 'prize', name: 'A plant', price: 10 }] }];

const eightDeals = { ...fourDeals, name: 'Eight deals', target: 8, after: { goal: 'gallery-fourth', tier: 'base' }, tiers: [{ kind: 'base', triggerPercent: 100, rewards: [{ kind: 'coins', amount: 200 }] }] };

// The prize of that name is paid for, and then handed out or cancelled where `act` says so.
async function prize(host, name, act) {
  for (const { id } of (await host.api('GET', 'prizes?state=offered')).filter((one) => one.name === name && ['camille', 'jonas'].includes(one.recipient))) {
    await host.api('POST', `prizes/${encodeURIComponent(id)}/redeem`);
    if (act) await host.api('POST', `prizes/${encodeURIComponent(id)}/${act}`, { reason: 'Handed out at lunch' });
  }
}

async function eachChannel(host, settings) {
  for (const { id } of await host.api('GET', 'channels')) await host.api('PUT', `channels/${encodeURIComponent(id)}`, settings);
}

// Somebody who never sold before, so that a first sale is a badge.
async function newcomer(host, id, name) {
  await host.api('PUT', `people/${id}`, { name, email: `${id}@demo.example`, team: 'enterprise' });
  await host.report(...won(`gallery-first-${id}`, `${id}@demo.example`, 2400));
}

// What the host posts by itself. What is `inChatOnly` does not come to the page, which shows each post by itself. `cause` makes it happen, `says` recognises it.
export const announcements = [
  {
    id: 'goal-published',
    title: 'Goal published',
    kind: 'goal.published',
    says: /A new goal/,
    cause: (host) => host.api('PUT', 'goals/gallery', threeDeals),
  },
  {
    id: 'goal-edited',
    title: 'Goal edited',
    kind: 'goal.edited',
    says: /A goal was changed/,
    toPerson: true,
    cause: (host) => host.api('PUT', 'goals/gallery', { ...threeDeals, name: 'Three deals by Friday' }),
  },
  {
    id: 'badge-unlocked',
    title: 'Badge unlocked',
    kind: 'badge.unlocked',
    says: /Elif Demir earned/,
    cause: (host) => newcomer(host, 'elif', 'Elif Demir'),
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
    id: 'goal-unlocked',
    title: 'Next goal unlocked',
    kind: 'goal.unlocked',
    says: /goal unlocked/,
    cause: async (host) => {
      await host.api('PUT', 'goals/gallery-fourth', fourDeals);
      await host.api('PUT', 'goals/gallery-eight', eightDeals);
      for (const who of [camille, jonas]) await host.report(...won(`gallery-${who}-4`, who, 900));
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
    id: 'goal-reopened',
    title: 'Goal open again',
    kind: 'goal.reopened',
    says: /active again/,
    toPerson: true,
    cause: async (host) => {
      for (const who of [camille, jonas])
        for (let number = 1; number <= 12; number++) await host.report('quote.voided', { quoteId: `gallery-${who}-${number}` });
    },
  },
  {
    id: 'badge-near',
    title: 'Hint: a badge is near',
    kind: 'badge.near',
    says: /A badge is near/,
    toPerson: true,
    cause: async (host, { slack, teams }) => {
      await Promise.all([slack, teams].map((chat) => chat.ask('/medalist settings hints on')));
      await host.api('PUT', 'badges/demonstrator', { name: 'Demonstrator', description: 'Showed the product to', category: 'milestone', threshold: 2, trigger: { measure: 'logged', kind: 'demo' } });
      for (const who of [camille, jonas]) await host.report('activity.logged', { activityId: `gallery-demo-${who}`, kind: 'demo', owner: who });
    },
  },
  {
    id: 'badge-revoked',
    title: 'Badge taken back',
    kind: 'badge.revoked',
    says: /A badge was taken back/,
    toPerson: true,
    cause: async (host) => {
      await host.api('PUT', 'badges/lighthouse', { name: 'Lighthouse', description: 'Won one deal of at least', category: 'revenue', threshold: 400, trigger: { measure: 'bigDeal' } });
      for (const who of [camille, jonas]) await host.report(...won(`gallery-huge-${who}`, who, 400_000), 5);
      for (const who of [camille, jonas]) await host.report('deal.reopened', { dealId: `gallery-huge-${who}` });
    },
  },
  {
    id: 'prize-fulfilled',
    title: 'Prize handed out',
    kind: 'prize.fulfilled',
    says: /A prize for you/,
    toPerson: true,
    cause: (host) => prize(host, 'Cinema tickets', 'fulfil'),
  },
  {
    id: 'prize-cancelled',
    title: 'Prize cancelled by a manager',
    kind: 'prize.cancelled',
    says: /prize was cancelled/,
    toPerson: true,
    cause: (host) => prize(host, 'A book', 'cancel'),
  },
  {
    id: 'reversal',
    title: 'Reversal with its reason',
    kind: 'reversal',
    says: /reward was taken back/,
    toPerson: true,
    cause: async (host) => {
      for (const deal of [`gallery-${jonas}-1`, `gallery-${jonas}-2`, `gallery-${jonas}-3`]) await host.report('deal.reopened', { dealId: deal });
      for (const who of [camille, jonas]) await host.report('deal.reopened', { dealId: `gallery-large-${who}` });
    },
  },
  {
    id: 'prize-taken-back',
    title: 'Prize cancelled with what it was given for',
    kind: 'prize.cancelled',
    says: /not handed out/,
    toPerson: true,
    cause: async (host) => {
      await host.api('PUT', 'goals/gallery-large', { ...fourDeals, name: 'One very large deal', metric: 'revenue', target: 700_000, tiers: largeDeal });
      for (const who of [camille, jonas]) await host.report(...won(`gallery-plant-${who}`, who, 700_000));
      await prize(host, 'A plant');
      for (const who of [camille, jonas]) await host.report('deal.reopened', { dealId: `gallery-plant-${who}` });
    },
  },
  {
    id: 'digest',
    title: 'What waited for a full hour, together',
    kind: 'digest',
    says: /pieces of news/,
    inChatOnly: true,
    cause: async (host) => {
      await eachChannel(host, { budget: 1 });
      await newcomer(host, 'hugo', 'Hugo Martin');
      for (const [id, name] of [['mina', 'Mina Park'], ['otto', 'Otto Lang']]) await newcomer(host, id, name);
      await host.pass(61);
    },
    after: (host) => eachChannel(host, {}),
  },
  {
    id: 'board-final',
    title: 'The board of an ended week',
    kind: 'board.final',
    says: /leaderboard[^]*Week 4[67]/,
    cause: () => {},
  },
];

// As those above, but of the days after: they happen when everything else is drawn, since they move on what "this week" is.
export const laterAnnouncements = [
  {
    id: 'board-corrected',
    title: 'A board that was corrected',
    kind: 'board.corrected',
    says: /Week 46[^]*(corrected|final)/,
    cause: async (host) => {
      await host.api('POST', 'periods/2026-W46/reopen', { reason: 'A deal was entered twice' });
      await host.api('POST', 'periods/2026-W46/close');
      await host.pass(1);
    },
  },
  {
    id: 'board-standing',
    title: 'A board while its week runs',
    kind: 'board.standing',
    says: /leaderboard[^]*Week 47[^]*ends Sun 22 Nov/,
    cause: async (host) => {
      await eachChannel(host, { boards: ['weekly thursday 10:30'] });
      await host.passTo('2026-11-19T10:00:00Z');
    },
    after: (host) => eachChannel(host, {}),
  },
  {
    id: 'board-provisional',
    title: 'The board of a week that is over',
    kind: 'board.provisional',
    says: /Week 47[^]*provisional/,
    cause: (host) => host.passTo('2026-11-23T08:10:00Z'),
  },
  {
    id: 'channel-paused',
    title: 'A channel gets no posts',
    kind: 'channel.paused',
    says: /gets no posts/,
    toPerson: true,
    cause: async (host, { slack }) => {
      await host.api('PUT', 'people/helena', { name: 'Helena Nováková', email: 'helena@demo.example', role: 'manager', active: false });
      await slack.tell('channel_archive');
    },
    after: (_, { slack }) => slack.tell('channel_unarchive'),
  },
  {
    id: 'goal-near',
    title: 'Hint: half time for a goal',
    kind: 'goal.near',
    says: /Half time/,
    toPerson: true,
    cause: (host) => host.passTo('2026-11-25T13:30:00Z'),
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
  { id: 'channel-settings', line: '/medalist channel', inChannel: true },
  { id: 'settings', line: '/medalist settings' },
  { id: 'people', line: '/medalist people' },
  {
    id: 'inbox',
    line: '/medalist inbox',
    before: async (host) => {
      await host.report(...won('gallery-unknown', 'somebody@elsewhere.example', 900));
      await host.report(...quote('gallery-old', camille), 40 * 24 * 60);
    },
  },
  { id: 'rules', line: '/medalist rules' },
  { id: 'badge', line: '/medalist badge' },
  { id: 'badge-asked', line: '/medalist badge closer' },
  { id: 'status', line: '/medalist status', says: /^Status/, before: (host) => newcomer(host, 'rosa', refused) },
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
  { id: 'goal-new', form: 'goal', title: 'A goal of one\'s own', line: '/goals new', inTeams: 'New goal' },
  { id: 'goal-edit', form: 'goal', title: 'Edit a goal', line: '/goals', press: 'Edit' },
  { id: 'plan-aim', form: 'team-goal', title: 'A team\'s goal, 1 of 3: what', line: '/team-goals new', inTeams: 'New goal' },
  { id: 'plan-tiers', form: 'team-goal-tiers', title: 'A team\'s goal, 2 of 3: tiers and rewards', line: '/team-goals edit Three deals', steps: [{}] },
  { id: 'plan-publish', form: 'team-goal-publish', title: 'A team\'s goal, 3 of 3: preview and publication', line: '/team-goals edit Three deals', steps: [{}, {}] },
  { id: 'close-goal', form: 'team-goal-close', title: 'Archive a goal', line: '/team-goals close Three deals', inTeams: 'Close' },
  { id: 'keep', form: 'grant-keep', title: 'Keep a grant that was taken back', line: '/team-goals grants', press: 'Keep', before: takenBack },
  { id: 'recipients', form: 'grant-recipients', title: 'Change the recipients of a grant', line: '/team-goals grants', press: 'Recipients' },
  { id: 'post-again', form: 'post-again', title: 'Post again', line: '/team-goals posts Eight deals', press: 'Publish again' },
  { id: 'redeem', form: 'prize-redeem', title: 'Redeem a prize', line: '/rewards', press: 'Redeem' },
  { id: 'fulfil', form: 'prize-fulfil', title: 'Hand out a prize', line: '/team-goals prizes', press: 'Hand' },
  { id: 'cancel-prize', form: 'prize-cancel', title: 'Cancel a prize', line: '/team-goals prizes', press: 'Cancel' },
  { id: 'person', form: 'person', title: 'A person', line: '/medalist person Kwame Mensah' },
  { id: 'calendar', form: 'calendar', title: 'Working hours, holidays, time off', line: '/medalist calendar Kwame Mensah', inTeams: 'Calendar' },
  { id: 'link-owner', form: 'inbox-link', title: 'Link an unknown owner', line: '/medalist inbox', press: 'Link' },
  { id: 'dismiss', form: 'inbox-dismiss', title: 'Dismiss what waits', line: '/medalist inbox', press: 'Dismiss' },
  { id: 'accept', form: 'inbox-accept', title: 'Accept what came late', line: '/medalist inbox', press: 'Accept' },
  { id: 'settings-edit', form: 'settings', title: 'One\'s own settings', line: '/medalist settings', press: 'Edit' },
  { id: 'channel-edit', form: 'channel', title: 'What a channel hears of, and when', line: '/medalist channel', press: 'Edit', inChannel: true },
  { id: 'send-again', form: 'send-again', title: 'Post again what was refused', line: '/medalist status', press: 'Post again' },
  { id: 'rules-edit', form: 'rules', title: 'What scores', line: '/medalist rules', press: 'Change' },
  { id: 'badge-edit', form: 'badge', title: 'Settings of a badge', line: '/medalist badge first sale' },
  { id: 'badge-new', form: 'badge-new', title: 'A badge of one\'s own', line: '/medalist badge new', inTeams: 'New badge' },
  { id: 'badge-unit', form: 'revenue-unit', title: 'The revenue unit', line: '/medalist badge unit', inTeams: 'Revenue unit' },
];
