import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expandUriTemplate } from '../../src/data/uri-template.ts';

// The examples of RFC 6570, sections 3.2.2 to 3.2.9, for the operators that are supported.
const values = {
  var: 'value',
  hello: 'Hello World!',
  path: '/foo/bar',
  empty: '',
  x: 1024,
  y: 768,
  who: 'fred',
  half: '50%',
  list: undefined,
};

it('URI templates expand as RFC 6570 has it', () => {
  const cases: [string, string][] = [
    ['{var}', 'value'],
    ['{hello}', 'Hello%20World%21'],
    ['O{empty}X', 'OX'],
    ['O{undef}X', 'OX'],
    ['map?{x,y}', 'map?1024,768'],
    ['{half}', '50%25'],
    ['{+path}/here', '/foo/bar/here'],
    ['{+hello}', 'Hello%20World!'],
    ['{#path,x}/here', '#/foo/bar,1024/here'],
    ['X{.var}', 'X.value'],
    ['{/var,x}/here', '/value/1024/here'],
    ['{?x,y}', '?x=1024&y=768'],
    ['{?x,y,empty}', '?x=1024&y=768&empty='],
    ['{?x,y,undef}', '?x=1024&y=768'],
    ['?fixed=yes{&x}', '?fixed=yes&x=1024'],
    ['{&x,y,empty}', '&x=1024&y=768&empty='],
    ['{?undef}', ''],
    ['{?list}', ''],
    ['/people{?constructor}', '/people'],
  ];
  for (const [template, expected] of cases)
    assert.equal(expandUriTemplate(template, values), expected, template);
});

it('values cannot break out of their place', () => {
  assert.equal(expandUriTemplate('/p{?q}', { q: 'é&step=x#/../' }), '/p?q=%C3%A9%26step%3Dx%23%2F..%2F');
});
