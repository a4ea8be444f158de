import type { Language } from './language.js';

/** English furniture stands on pages of every language; an article wholly in English is left to right. */
export const english: Language = {
  code: 'en',
  name: 'English',
  dir: 'ltr',
  letters: 'abcdefghijklmnopqrstuvwxyz',
  foreign: '',
  words:
    'the of and to in a is that for on with as was at by it from be this he said are has his have not an but who will',
  openers: 'the a he she it they in on at but and according',
  cues: {
    nav: `home
homepage
menu
main menu
skip to content
skip to main content
skip to…
sections
categories
archive
archives
sitemap
links
languages
english
arabic
russian
newspaper
epaper
e-paper
live
live tv
live stream
video
videos
photos
gallery
podcast
podcasts
programs
programmes
blogs
view desktop version
desktop version
mobile version
full site
top
wap
israel news
cnn…
work for us
urdu news paper
featured
uncategorized
toggle navigation
navigation`,
    share: `share
share this
share this…
share on…
share on facebook…
share via…
shares
facebook
twitter
x
whatsapp
whats app
telegram
instagram
youtube
linkedin
pinterest
pin
reddit
tumblr
tiktok
snapchat
messenger
viber
threads
google_plus
google plus
google news
google+
email
e-mail
mail
copy
copy link
link copied
copy url
copied
tweet
like
save
bookmark
send
forward
short link
permalink
pocket
flipboard
skype
line
vk
odnoklassniki
print email
stumbleupon
digg
blogger
share on facebookshare on twitterwhatsapp
facebook twitter…
facebooktwitter…
republish this story`,
    print: `print
print this…
print article
printer friendly
pdf
download pdf
print article…
a+ a-
+a
-a
a- a a+`,
    related: `related
related posts
related news
related articles
related stories
related topics
related content
more stories
more news
more from…
more on…
you may also like
you might also like…
you may like
recommended
recommended for you
recommended stories
read next
up next
don't miss
dont miss
editor's picks
editors picks
top stories
from the web
around the web
sponsored links
promoted links
see more
more
more in…
also read
latest posts by…
read more articles by…`,
    popular: `most read
most popular
most viewed
most watched
most shared
most commented
popular
popular posts
popular news
trending
trending now
trending news
top news
top 10`,
    latest: `latest
latest news
latest posts
latest stories
recent posts
recent comments
recent
breaking news
news ticker
all news`,
    tags: `tags
tag
tags:
topics
keywords
hashtags
filed under…
posted in…
tagged
tagged…
categories
category
labels`,
    comments: `comments
comment
leave a comment
leave a reply
add comment
add a comment
post comment
post a comment
write a comment
reply
replies
cancel reply
no comments
no comments yet
0 comments
comments are closed
be the first to comment
join the conversation
log in to comment
submit comment
view comments
show comments
load comments
disqus
trackback
pingback
responses
facebook comments…
notify of
post your comments…`,
    form: `name
your name
full name
email
your email
email address
website
subject
message
your message
phone
submit
send
ok
cancel
reset
yes
no
your email address will not be published…
required fields…
save my name…
notify me…
captcha
enter code…`,
    subscribe: `subscribe
subscribe now
subscribe to…
newsletter
newsletters
sign up
sign up for…
sign up to…
get the latest…
get personalised newsletters
rss
rss feed
notifications
enable notifications
join us
alerts
donate`,
    follow: `follow
follow us
follow us…
following
followers
find us…
join our…
connect with us
social media
like us…
stay connected
stay tuned`,
    app: `download app
download the app
download our app
get the app
get our app…
app store
google play
available on…
download on the app store
get it on google play
android
ios
apps`,
    legal: `terms
terms of use
terms of service
terms and conditions
terms & conditions
privacy
privacy policy
privacy settings
cookie policy
cookies
cookie settings
manage cookies
accept
accept all
accept cookies
reject
i agree
got it
disclaimer
copyright
copyright…
…all rights reserved…
all rights reserved
…we use cookies…
…cookies…
…privacy policy…
powered by…
designed by…
developed by…
design by…
website by…
theme by…
proudly powered by…
…external linking…
accessibility
accessibility help
why you can trust the bbc
code of ethics
do not sell…`,
    contact: `contact
contact us
contact the bbc
contact…
about
about us
about…
who we are
advertise
advertise with us
advertising
careers
jobs
help
faq
support
feedback
our team
staff
editorial board
tel…
fax…
address…`,
    ad: `ad
ads
advertisement
advertisements
advertising
sponsored
promoted
sponsored content
paid content
skip ad
story continues below…
article continues below…
continue reading below…
end of…
skip…`,
    poll: `poll
polls
vote
results
view results
poll buttons
rating
rate this…`,
    account: `login
log in
log out
logout
sign in
sign out
register
registration
my account
account
profile
password
forgot password…
remember me
create account
username
welcome`,
    search: `search
search…
advanced search
search for…
no results
view all result
no result
view all results`,
    top: `back to top
go to top
scroll to top
to top
top of page`,
    close: `close
dismiss
hide
not now
no thanks
later
skip`,
    more: `more
read more
load more
show more
see more
see all
view all
view more
continue reading
continue reading…
learn more
click here…
loading
loading…
details
next page
full story`,
    pager: `previous
next
prev
previous post
next post
previous article
next article
older posts
newer posts
post navigation
page…
back
go back
previous article…
next article…
previous post…
next post…`,
    'read-time': `min read
minutes read
minute read
…min read
…minutes read
…mins read
read time…
reading time…
less than a minute
less than 1 minute`,
    counter: `views
view
shares
likes
…views
…shares
…likes
…comments
…reads
…followers
hits
…total views…`,
    player: `play
pause
mute
listen
listen to…
listen to this…
watch
watch video
video player
your browser does not support…
media caption
toggle fullscreen
0:00
current time…
duration…
no media source currently available
embed
direct link
listen to this article`,
    ticker: 'breaking\nbreaking news\nlive updates\njust in',
    topic: 'topic\ntopics\nspecial report',
    'read-also': `read also
read also…
also read
see also
read more
related
watch also
more on this story`,
    published: `published
published on
published at
posted
posted on
posted by…
date
on
first published…
publish date
created`,
    updated: `updated
updated on
last updated
last update
last modified
modified
update`,
    by: `by
by…
written by
written by…
author
posted by
reported by
editor
reporter`,
    agency: `afp
ap
reuters
bbc
bbc news
cnn
dw
rfe/rl
voa
agencies
associated press
xinhua
sputnik
rt
upi
dpa
efe
ansa
tass
bloomberg
staff
staff writer
web desk
news desk
admin
editor
newsroom`,
    credit: `photo
photo:…
photo by…
photo credit…
photograph…
image…
image source…
image credit…
image: …
credit…
getty
getty images
shutterstock
reuters
courtesy…
picture…
file photo
© …
…/ afp
…/ reuters
…/ ap
…getty images
…getty
…shutterstock
…/afp
…/reuters`,
    caption: `image caption
image caption…
media caption…
video caption…
caption…`,
    source: 'source\nsource…\nsources\nvia',
    section: `news
politics
world
business
sport
sports
culture
opinion
health
science
technology
tech
lifestyle
entertainment
economy
middle east
local news
national
international
editorial
features
analysis
interviews`,
    note: "editor's note\nnote\ncorrection\nclarification\nupdate",
    embed: `…pic.twitter.com…
…view this post on instagram…
…https://t.co…
view this post on instagram
a post shared by…
…a post shared by…
view on twitter
view on instagram
allow … content`,
  },
  furnitureWords:
    'share tweet facebook twitter whatsapp telegram instagram youtube linkedin pinterest email print copy link comments comment reply subscribe ' +
    'newsletter follow login register search menu home contact about privacy policy terms cookies copyright reserved rights powered ' +
    'advertisement sponsored related popular trending latest posts next previous read more click here submit download app rss top close ' +
    'desktop version mobile tags archive loading accept feedback help jobs careers faq wap',
  months:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  weekdays: 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun',
  dateWords: 'am pm gmt utc est cet at on the st nd rd th ist',
  relative: 'ago hours hour minutes minute days day weeks week months yesterday today now',
};
